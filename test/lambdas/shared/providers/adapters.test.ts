import { everyDialectOf } from "../../../../core/catalog/dialects";
import { providerIds } from "../../../../core/catalog/provider-id";
import { dialects } from "../../../../core/chat/dialect";
import type { PlainKey } from "../../../../core/ports/vault";
import { createAdapters } from "../../../../lambdas/shared/providers/adapters";
import { findSite } from "../../../../lambdas/shared/providers/sites";

const settings = { resource: "acme", deployments: { m: "d" } };
const key = "secret" as PlainKey;

describe("the providers that can be called", () => {
  test("are found in dialects that they speak alone, under their own names", () => {
    const adapters = createAdapters({ sandbox: "http://127.0.0.1:1/v1" });
    for (const provider of providerIds) {
      for (const dialect of dialects) {
        const adapter = adapters.find(provider, dialect);
        if (adapter) expect(everyDialectOf(provider)).toContain(dialect);
        if (adapter) expect([adapter.provider, adapter.dialect]).toEqual([provider, dialect]);
      }
      expect(adapters.has(provider)).toBe(
        dialects.some((dialect) => adapters.find(provider, dialect)),
      );
    }
    expect(adapters.has("openai")).toBe(true);
  });

  test("have the sandbox among them only where its address is lent", () => {
    expect(createAdapters().has("sandbox")).toBe(false);
    expect(createAdapters({ sandbox: "http://127.0.0.1:1/v1" }).has("sandbox")).toBe(true);
  });
});

describe("where a provider listens", () => {
  test.each([
    ["anthropic", "messages", "https://api.anthropic.com", { "x-api-key": "secret" }],
    [
      "gemini",
      "gemini",
      "https://generativelanguage.googleapis.com/v1beta",
      { "x-goog-api-key": "secret" },
    ],
    ["azure", "completions", "https://acme.openai.azure.com/openai/v1", { "api-key": "secret" }],
    ["azure", "responses", "https://acme.openai.azure.com/openai/v1", { "api-key": "secret" }],
    [
      "azure",
      "messages",
      "https://acme.services.ai.azure.com/anthropic",
      { "x-api-key": "secret" },
    ],
    ["xai", "responses", "https://api.x.ai/v1", { authorization: "Bearer secret" }],
  ] as const)("%s in %s", (provider, dialect, url, auth) => {
    const site = findSite(provider, dialect, {});
    expect(site?.url(settings)).toBe(url);
    expect(site?.auth(key)).toEqual(auth);
    expect(site?.provider).toBe(provider);
  });

  test("an address that is lent stands for the provider's own, as it is", () => {
    const lent = { anthropic: "http://127.0.0.1:1/", openai: "http://127.0.0.1:1/v1" };
    expect(findSite("anthropic", "messages", lent)?.url({})).toBe("http://127.0.0.1:1");
    expect(findSite("openai", "responses", lent)?.url({})).toBe("http://127.0.0.1:1/v1");
    expect(findSite("groq", "completions", lent)?.url({})).toBe("https://api.groq.com/openai/v1");
  });

  test("a lent address is the operator's, so it is not guarded", () => {
    expect(findSite("custom", "completions", {})).toHaveProperty("guarded", true);
    const lent = findSite("custom", "completions", { custom: "http://127.0.0.1:1/v1" });
    expect(lent).not.toHaveProperty("guarded");
  });

  test.each([
    ["completions", "http://127.0.0.1:1/v1"],
    ["responses", "http://127.0.0.1:1/v1"],
    ["messages", "http://127.0.0.1:1"],
    ["gemini", "http://127.0.0.1:1/v1beta"],
    ["converse", "http://127.0.0.1:1"],
  ] as const)("the sandbox speaks %s at one address with all others", (dialect, url) => {
    const site = findSite("sandbox", dialect, { sandbox: "http://127.0.0.1:1/v1" });
    expect(site?.url({})).toBe(url);
  });

  test.each(["completions", "responses", "converse"] as const)(
    "Anthropic is nowhere in %s",
    (dialect) => {
      expect(findSite("anthropic", dialect, {})).toBeUndefined();
    },
  );

  test("a custom provider without its address says so", () => {
    expect(() => findSite("custom", "completions", {})?.url({})).toThrow("no usable baseUrl");
  });
});
