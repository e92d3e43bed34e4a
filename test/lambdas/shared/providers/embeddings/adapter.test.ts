import { type ProviderId, providerIds } from "../../../../../core/catalog/provider-id";
import type { PlainKey } from "../../../../../core/ports/vault";
import { createAdapters } from "../../../../../lambdas/shared/providers/adapters";
import { exchangesOf } from "../../../../support/recordings";

const adapters = createAdapters({ sandbox: "http://127.0.0.1:1/v1" });
const outgoing = {
  text: '{"input":["a"],  "model":"openai/m","dimensions":256}',
  model: "m",
  key: "secret" as PlainKey,
  settings: { resource: "acme", deployments: { m: "d" }, baseUrl: "https://llm.example.com/v1" },
};

const adapterOf = (provider: ProviderId, from = adapters) => {
  const adapter = from.findEmbeddings(provider);
  if (!adapter) throw new Error(`no embeddings at ${provider}`);
  return adapter;
};

describe("embeddings in OpenAI's dialect", () => {
  test.each<[ProviderId, string]>([
    ["openai", "https://api.openai.com/v1/embeddings"],
    ["azure", "https://acme.openai.azure.com/openai/v1/embeddings"],
    ["mistral", "https://api.mistral.ai/v1/embeddings"],
    ["together", "https://api.together.xyz/v1/embeddings"],
    ["fireworks", "https://api.fireworks.ai/inference/v1/embeddings"],
    ["openrouter", "https://openrouter.ai/api/v1/embeddings"],
    ["cohere", "https://api.cohere.ai/compatibility/v1/embeddings"],
    ["gemini", "https://generativelanguage.googleapis.com/v1beta/openai/embeddings"],
    ["custom", "https://llm.example.com/v1/embeddings"],
    ["sandbox", "http://127.0.0.1:1/v1/embeddings"],
  ])("%s gets the caller's bytes, but for the model's name", (provider, url) => {
    const model = provider === "azure" ? "d" : "m";
    const shown =
      provider === "azure" ? { "api-key": "secret" } : { authorization: "Bearer secret" };
    expect(adapterOf(provider).toHttp(outgoing)).toEqual({
      method: "POST",
      url,
      headers: { ...shown, "content-type": "application/json", accept: "application/json" },
      body: outgoing.text.replace("openai/m", model),
      ...(provider === "custom" && { guarded: true }),
    });
  });

  test("no other provider has them", () => {
    const without = providerIds.filter((provider) => !adapters.findEmbeddings(provider));
    expect(without).toEqual(
      ["anthropic", "bedrock", "groq", "deepseek", "xai", "perplexity", "cerebras"].filter(Boolean),
    );
  });

  test("another address stands in for a provider's own", () => {
    const moved = createAdapters({ gemini: "http://127.0.0.1:2/v1beta/" });
    const { url } = adapterOf("gemini", moved).toHttp(outgoing);
    expect(url).toBe("http://127.0.0.1:2/v1beta/openai/embeddings");
  });
});

describe("what embedding used", () => {
  const { readUsage } = adapterOf("openai");
  const data = [{ object: "embedding", index: 0, embedding: [0.1] }];

  test("is what a recorded answer counts", () => {
    const recorded = exchangesOf("openai").filter(({ path }) => path === "/v1/embeddings");
    expect(recorded).toHaveLength(1);
    for (const { response } of recorded) {
      const { usage } = response as { usage: { prompt_tokens: number } };
      expect(readUsage(JSON.stringify(response))).toMatchObject({
        tokens: { freshInput: usage.prompt_tokens, visibleOutput: 0 },
      });
    }
  });

  test.each([
    { name: "no count", body: { data }, tokens: 0 },
    { name: "a total alone", body: { data, usage: { total_tokens: 5 } }, tokens: 5 },
    { name: "an odd count", body: { data, usage: { prompt_tokens: -1 } }, tokens: 0 },
  ])("$name", ({ body, tokens }) => {
    expect(readUsage(JSON.stringify(body))?.tokens.freshInput).toBe(tokens);
  });

  test.each(["<html>", "{}", '{"data":[]}', '{"error":{"message":"x"}}'])(
    "%s is no answer",
    (body) => {
      expect(readUsage(body)).toBeUndefined();
    },
  );
});
