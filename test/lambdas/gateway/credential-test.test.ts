import { createHash } from "node:crypto";
import type { ProviderId } from "../../../core/catalog/provider-id";
import { credentialTestPath } from "../../../lambdas/shared/credential-test";
import {
  jsonReply,
  type Reply,
  refusalReply,
  unreachableReply,
} from "../../fakes/scripted-upstream";
import { noon, readAnswer, startGateway } from "./harness";

const nonce = "a-nonce-of-the-control-plane";

/** A gateway with a ticket for its credential of OpenAI. */
const start = async (reply: Reply, provider: ProviderId = "openai") => {
  const it = await startGateway({ replies: [reply] });
  const { organization } = it.ids;
  const nonceHash = createHash("sha256").update(nonce).digest("hex");
  await it.tickets.issue({ organization, nonceHash, provider, expiresAt: noon + 60_000 });
  const present = (fields: object = {}, method = "POST") =>
    readAnswer(
      it.answer({
        method,
        path: credentialTestPath,
        headers: {},
        body: Buffer.from(JSON.stringify({ organization, provider, nonce, ...fields })),
        signal: new AbortController().signal,
      }),
    );
  return { ...it, present };
};

describe("a ticket for a test of a stored credential", () => {
  test.each([
    {
      name: "works",
      reply: jsonReply({ data: [] }),
      says: { ok: true, code: null, message: "openai accepts it" },
    },
    {
      name: "is refused",
      reply: refusalReply(401, "invalid_api_key"),
      says: { ok: false, code: "refused", message: "openai refused the key (401)" },
    },
    {
      name: "can't be tested as nobody answers",
      reply: unreachableReply,
      says: {
        ok: false,
        code: "unreachable",
        message: "openai can't be reached (ECONNREFUSED)",
      },
    },
  ])("says whether it $name, by the key itself, and records nothing", async ({ reply, says }) => {
    const { present, calls, usage, lines } = await start(reply);
    const { status, text } = await present();
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ ...says, updatedAt: 1 });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.url).toBe("https://api.openai.com/v1/models");
    expect(calls[0]?.headers.authorization).toBe("Bearer sk-provider-secret");
    expect(text).not.toContain("sk-provider-secret");
    expect([usage.events, lines]).toEqual([[], []]);
  });

  test("is good once", async () => {
    const { present, calls } = await start(jsonReply({}));
    expect((await present()).status).toBe(200);
    expect((await present()).status).toBe(404);
    expect(calls).toHaveLength(1);
  });

  test("is good for a minute", async () => {
    const { present, calls, time } = await start(jsonReply({}));
    time.ms += 60_000;
    expect((await present()).status).toBe(404);
    expect(calls).toEqual([]);
  });

  test("of a credential that was removed since finds nothing", async () => {
    const { present, registry, ids, calls } = await start(jsonReply({}));
    await registry.removeCredential(ids.organization, "openai");
    expect((await present()).status).toBe(404);
    expect(calls).toEqual([]);
  });

  test.each<{ name: string; fields?: object; method?: string }>([
    { name: "no nonce", fields: { nonce: undefined } },
    { name: "another nonce", fields: { nonce: "another" } },
    { name: "another organization", fields: { organization: "Other0000000" } },
    { name: "another provider", fields: { provider: "groq" } },
    { name: "an unknown provider", fields: { provider: "nobody" } },
    { name: "something more", fields: { baseUrl: "https://evil.example.com" } },
    { name: "no POST", method: "GET" },
  ])("is asked for: whoever comes with $name is told that there is no such path", async (asked) => {
    const { present, answer, calls } = await start(jsonReply({}));
    const { status, text } = await present(asked.fields, asked.method);
    const unknown = await readAnswer(
      answer({
        method: asked.method ?? "POST",
        path: "/internal/credential-text",
        headers: {},
        body: Buffer.from(""),
        signal: new AbortController().signal,
      }),
    );
    expect(status).toBe(404);
    expect(text).toBe(unknown.text.replace("credential-text", "credential-test"));
    expect(calls).toEqual([]);
    expect((await present()).status).toBe(200);
  });
});
