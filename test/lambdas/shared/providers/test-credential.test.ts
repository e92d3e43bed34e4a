import { Readable } from "node:stream";
import type { ProviderId } from "../../../../core/catalog/provider-id";
import type { PlainKey } from "../../../../core/ports/vault";
import {
  type HttpCall,
  type Upstream,
  UpstreamUnreachableError,
} from "../../../../lambdas/shared/http/upstream";
import type { Site } from "../../../../lambdas/shared/providers/site";
import { testCredential } from "../../../../lambdas/shared/providers/test-credential";

const key = "sk-very-secret" as PlainKey;
const siteOf = (provider: ProviderId): Site | undefined =>
  provider === "sandbox"
    ? undefined
    : {
        provider,
        url: () => "https://api.example.com/v1",
        auth: (shown) => ({ authorization: `Bearer ${shown}` }),
        ...(provider === "custom" && { guarded: true as const }),
      };

const ask = async (provider: ProviderId, upstream: Upstream) => {
  const calls: HttpCall[] = [];
  const result = await testCredential(
    { provider, key, settings: {} },
    {
      upstream: (call, signal) => {
        calls.push(call);
        return upstream(call, signal);
      },
      siteOf,
      signal: new AbortController().signal,
    },
  );
  return { result, calls };
};

const answers =
  (status: number, body: unknown = {}): Upstream =>
  async () => ({ status, headers: {}, body: Readable.from([Buffer.from(JSON.stringify(body))]) });

test("a list of models is asked for with the key", async () => {
  const { result, calls } = await ask("openai", answers(200));
  expect(result).toEqual({ ok: true });
  expect(calls).toEqual([
    {
      method: "GET",
      url: "https://api.example.com/v1/models",
      headers: { accept: "application/json", authorization: `Bearer ${key}` },
    },
  ]);
});

test("a customer's own address is called guarded, and Bedrock by its carrier", async () => {
  expect((await ask("custom", answers(200))).calls[0]?.guarded).toBe(true);
  const { result, calls } = await ask(
    "bedrock",
    answers(400, { error: { message: "no messages" } }),
  );
  expect(result).toEqual({ ok: true });
  expect(calls[0]?.carrier).toBe("bedrock");
});

test.each<[ProviderId, Upstream, string, string]>([
  ["openai", answers(401, { error: `bad ${key}` }), "refused", "openai refused the key (401)"],
  [
    "gemini",
    answers(400, { error: { message: "API key not valid" } }),
    "refused",
    "gemini refused the key (400)",
  ],
  ["groq", answers(500), "failed", "groq did not say whether the key is right (500)"],
  ["sandbox", answers(200), "not_testable", "sandbox can't be called yet"],
  [
    "custom",
    () => Promise.reject(new UpstreamUnreachableError("address_not_public")),
    "unreachable",
    "custom can't be reached (address_not_public)",
  ],
  [
    "openai",
    () => Promise.reject(new Error(`timeout of ${key}`)),
    "unreachable",
    "openai can't be reached (no answer in time)",
  ],
])("%s: what fails is said without the key", async (provider, upstream, code, message) => {
  const { result } = await ask(provider, upstream);
  expect(result).toMatchObject({ ok: false, code, message });
  expect(JSON.stringify(result)).not.toContain(key);
});
