import type { ProviderId } from "../../core/catalog/provider-id";
import type { Upstream } from "../../lambdas/shared/http/upstream";
import { findSite } from "../../lambdas/shared/providers/sites";
import { reportCredentials } from "../../local/report-credentials";
import { readSettings, type Settings } from "../../local/settings";
import {
  hangingReply,
  jsonReply,
  refusalReply,
  unreachableReply,
} from "../fakes/scripted-upstream";

const siteOf = (provider: ProviderId) => findSite(provider, "completions", {});

const reported = async (environment: Record<string, string>, upstream: Upstream) => {
  const given: Pick<Settings, "apiKeys" | "accounts"> = readSettings(environment);
  const lines: string[] = [];
  await reportCredentials(given, { upstream, siteOf }, (line) => lines.push(line));
  return lines;
};

describe("keys that the environment gives are tested, and each is told of in a line", () => {
  const key = { SMASHCOST_OPENAI_API_KEY: "sk-secret\n" };

  test.each([
    { name: "accepted", reply: jsonReply({ data: [] }), line: "openai: key accepted" },
    {
      name: "refused",
      reply: refusalReply(401, "invalid_api_key"),
      line: "openai refused the key (401)",
    },
    {
      name: "unreachable",
      reply: unreachableReply,
      line: "openai can't be reached (ECONNREFUSED)",
    },
  ])("$name", async ({ reply, line }) => {
    expect(await reported(key, reply)).toEqual([line]);
  });

  test("one that keeps silent does not keep the others", async () => {
    const both = { ...key, SMASHCOST_GROQ_API_KEY: "gsk-secret" };
    const upstream: Upstream = (call, signal) =>
      (call.url.includes("openai.com") ? hangingReply : jsonReply({}))(call, signal);
    expect(await reported(both, upstream)).toEqual([
      "groq: key accepted",
      "openai can't be reached (no answer in time)",
    ]);
  });

  test("the key is shown without the line break that was pasted with it", async () => {
    const shown: unknown[] = [];
    await reported(key, (call, signal) => {
      shown.push(call.headers.authorization);
      return jsonReply({})(call, signal);
    });
    expect(shown).toEqual(["Bearer sk-secret"]);
  });
});

describe("an account that is but half given is told of, and not called", () => {
  const none: Upstream = () => Promise.reject(new Error("nobody is to be called"));

  test.each<{ environment: Record<string, string>; line: string }>([
    {
      environment: { SMASHCOST_AZURE_RESOURCE: "acme" },
      line: "azure: set SMASHCOST_AZURE_API_KEY as well; what is set for it is of no use alone",
    },
    {
      environment: { SMASHCOST_AZURE_API_KEY: "secret" },
      line: "azure: set SMASHCOST_AZURE_RESOURCE as well; what is set for it is of no use alone",
    },
    {
      environment: { SMASHCOST_CUSTOM_API_KEY: "secret" },
      line: "custom: set SMASHCOST_CUSTOM_BASE_URL as well; what is set for it is of no use alone",
    },
  ])("$environment", async ({ environment, line }) => {
    expect(await reported(environment, none)).toEqual([line]);
  });

  test("one that takes no key is whole without", async () => {
    expect(await reported({ SMASHCOST_BEDROCK_REGION: "eu-central-1" }, none)).toEqual([]);
  });
});
