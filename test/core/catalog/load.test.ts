import { loadCatalog } from "../../../core/catalog/load";
import type { Offer } from "../../../core/catalog/offer";
import { offerName } from "../../../core/catalog/offer";
import { cardAt } from "../../../core/money/card-at";

const catalog = loadCatalog();
const gpt4o = catalog.find("openai/gpt-4o");

test("the catalog's version is the day of its youngest source", () => {
  expect(catalog.version).toBe("2026-09-23");
});

test("every offer is found by its full name, and each name is one offer", () => {
  const names = catalog.offers.map(offerName);
  expect(new Set(names).size).toBe(names.length);
  for (const offer of catalog.offers) expect(catalog.find(offerName(offer))).toBe(offer);
});

test("a bare name finds every provider that offers the model", () => {
  const providers = catalog.named("gpt-4o").map(({ provider }) => provider);
  expect(providers).toEqual(["openai", "azure"]);
  expect(catalog.named("no-such-model")).toEqual([]);
});

test("a row's defaults are filled in", () => {
  expect(gpt4o).toMatchObject({
    kind: "chat",
    status: "active",
    limits: { contextTokens: 128_000, outputTokens: 16_384 },
    input: ["text", "image", "pdf"],
    output: ["text"],
    can: { tools: true, structuredOutput: true, reasoning: false, temperature: true },
    source: "models.dev f3fc692",
    takenOn: "2026-07-02",
  });
});

test("every price card says where it was taken, and when", () => {
  for (const { prices } of catalog.offers)
    for (const card of prices) {
      expect(card.source).toMatch(/^(models\.dev f3fc692|@pydantic\/genai-prices 0\.1\.8)$/);
      expect(card.takenOn).toMatch(/^2026-\d\d-\d\d$/);
      expect(card.tiers[0].aboveInputTokens).toBe(0);
    }
});

test("an offer lent by the caller comes first and stands in place of its namesake", () => {
  const lent: Offer = { ...(gpt4o as Offer), name: "lent" };
  const own: Offer = { ...(gpt4o as Offer), provider: "sandbox", id: "small" };
  const extended = loadCatalog([lent, own]);
  expect(extended.offers.slice(0, 2)).toEqual([lent, own]);
  expect(extended.find("openai/gpt-4o")?.name).toBe("lent");
  expect(extended.find("sandbox/small")).toBe(own);
  expect(extended.offers).toHaveLength(catalog.offers.length + 1);
});

describe("which offers there are", () => {
  test("embeddings are marked, and cost nothing for output", () => {
    const small = catalog.find("openai/text-embedding-3-small");
    expect(small?.kind).toBe("embedding");
    expect(small?.prices[0]?.tiers[0]).toMatchObject({ input: 20_000, output: 0 });
  });

  test("every embedding has a price for input, and none for output", () => {
    const embeddings = catalog.offers.filter(({ kind }) => kind === "embedding");
    expect(embeddings).toHaveLength(11);
    for (const { prices } of embeddings) {
      expect(prices).toHaveLength(1);
      expect(prices[0]?.tiers).toHaveLength(1);
      expect(prices[0]?.tiers[0].input).toBeGreaterThan(0);
      expect(prices[0]?.tiers[0].output).toBe(0);
    }
  });

  test.each([
    { name: "openai/gpt-5-codex", api: "responses" },
    { name: "openai/gpt-5-pro", api: "responses" },
    { name: "openai/o3-pro", api: "responses" },
    { name: "azure/gpt-5-codex", api: "responses" },
    { name: "azure/claude-sonnet-4-5", api: "messages" },
  ] as const)("$name is spoken to in $api", ({ name, api }) => {
    expect(catalog.find(name)).toMatchObject({ kind: "chat", api });
  });

  test("models are spoken to in their provider's first dialect unless another is named", () => {
    expect(gpt4o?.api).toBeUndefined();
    expect(new Set(catalog.offers.map(({ api }) => api))).toEqual(
      new Set([undefined, "responses", "messages"]),
    );
  });

  test("only what stands at a host that no adapter knows has another API", () => {
    const others = catalog.offers.filter(({ kind }) => kind === "other-api").map(offerName);
    expect(others).toEqual([
      "bedrock/openai.gpt-5.4",
      "bedrock/openai.gpt-5.5",
      "bedrock/openai.gpt-oss-120b",
      "bedrock/openai.gpt-oss-20b",
      "bedrock/xai.grok-4.3",
      "azure/deepseek-v4-flash",
      "azure/deepseek-v4-pro",
      "azure/kimi-k2.5",
      "azure/kimi-k2.6",
    ]);
  });

  test("models that draw, speak, transcribe, rank or judge are left out", () => {
    const odd = /image|tts|whisper|guard|rerank|moderation|transcribe|lyria|veo/;
    expect(catalog.offers.map(offerName).filter((name) => odd.test(name))).toEqual([]);
  });

  test.each(["openai/o3", "openai/gpt-5"] as const)("%s takes no temperature", (name) => {
    expect(catalog.find(name)?.can.temperature).toBe(false);
  });

  test("a model that its provider gave up is retired", () => {
    expect(catalog.find("anthropic/claude-3-opus-20240229")?.status).toBe("retired");
  });
});

describe("what is free and what is unpriced", () => {
  test("OpenRouter's free variants cost 0", () => {
    const card = catalog.find("openrouter/openai/gpt-oss-120b:free")?.prices[0];
    expect(card?.tiers[0]).toMatchObject({ input: 0, output: 0 });
  });

  test("all that costs 0 is called free by a source", () => {
    const free = catalog.offers.filter(
      ({ kind, prices }) => kind === "chat" && prices.some(({ tiers }) => tiers[0].input === 0),
    );
    for (const offer of free)
      expect(offerName(offer)).toMatch(/^openrouter\/.*(:free|\/free)$|^gemini\/gemma-4/);
  });

  test.each([
    { name: "perplexity/sonar", why: "bills a fee for each request, by search context" },
    { name: "openrouter/perplexity/sonar-pro", why: "passes that fee on" },
    {
      name: "cohere/north-mini-code-1-0",
      why: "stands at 0 in a source that does not call it free",
    },
    { name: "groq/groq/compound", why: "bills whatever models it calls" },
  ] as const)("$name is unpriced, as it $why", ({ name }) => {
    expect(catalog.find(name)?.prices).toEqual([]);
  });
});

test("a dated card takes over on its day", () => {
  const o3 = catalog.find("openai/o3") as Offer;
  const input = (iso: string) => cardAt(o3, Date.parse(iso))?.tiers[0].input;
  expect(input("2025-06-09T23:59:59Z")).toBe(10_000_000);
  expect(input("2025-06-10T00:00:00Z")).toBe(2_000_000);
});
