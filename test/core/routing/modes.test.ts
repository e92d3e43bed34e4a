import type { OfferName } from "../../../core/catalog/offer";
import type { Tokens } from "../../../core/money/amounts";
import { acceptedQuality } from "../../../core/routing/mode";
import { classified, easy, hard } from "./classified";
import { noNeeds, saying } from "./conversations";
import { decide, orderOf, verdictOn } from "./deciding";
import { card, offer } from "./offers";

const large = offer("openai", "large", { score: 60, price: [10, 30] });
const middle = offer("openai", "middle", { score: 45, price: [2, 8] });
const small = offer("anthropic", "small", { score: 25, price: [0.2, 0.8] });
const dear = offer("anthropic", "dear", { score: 70, price: [20, 60] });
const offers = [large, middle, small, dear];

describe("what a mode keeps", () => {
  test.each([
    {
      name: "an easy request goes to the cheapest",
      classification: easy,
      first: "anthropic/small",
    },
    {
      name: "a hard one stays with the model asked for",
      classification: hard,
      first: "openai/large",
    },
  ])("$name", ({ classification, first }) => {
    expect(orderOf(decide({ offers, model: "large", classification }))[0]).toBe(first);
  });

  test("the stricter the mode, the better the model", () => {
    // Fine steps from the weakest to the model asked for, so that each mode finds another.
    const steps = Array.from({ length: 30 }, (_, at) =>
      offer("groq", `step-${at}`, { score: 2 * at, price: [0.1 + at / 10, 0.4 + at / 2.5] }),
    );
    const classification = classified("math", -1);
    const modes = ["cost", "balanced", "quality"] as const;
    const scores = modes.map((mode) => {
      const decision = decide({ offers: [large, ...steps], model: "large", mode, classification });
      return decision.kind === "routed" ? (decision.scores[0] ?? 0) : 0;
    });
    for (const [at, mode] of modes.entries()) {
      expect(scores[at]).toBeGreaterThanOrEqual(acceptedQuality[mode] * 100 - 0.05);
    }
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(new Set(scores).size).toBe(modes.length);
  });

  test("auto takes the best that fits as its measure", () => {
    const decision = decide({ offers: [middle, small, dear], classification: hard });
    expect(decision).toMatchObject({ kind: "routed", reference: dear });
    expect(orderOf(decision)[0]).toBe("anthropic/dear");
  });

  test("the reason tells what is kept, of what, and what it saves", () => {
    const decision = decide({ offers, model: "large" });
    const bar = Math.round(acceptedQuality.balanced * 100);
    expect(decision).toMatchObject({
      reason: expect.stringMatching(
        `^small keeps 99\\.\\d% of large, bar ${bar}%, expected to cost 97% less$`,
      ),
    });
    expect(decide({ offers, model: "large", classification: hard })).toMatchObject({
      reason: `large as asked, as nothing cheaper keeps ${bar}% of it`,
    });
  });
});

describe("with only the sandbox's key", () => {
  const canned = offer("sandbox", "canned", { score: 20, price: [0.2, 0.8] });
  const poor = offer("sandbox", "poor", { score: 5, price: [0.02, 0.08] });

  test("a model that no sandbox model comes near is answered for by the ablest, and told so", () => {
    const decision = decide({
      offers: [large, canned, poor],
      model: "large",
      classification: hard,
      keys: ["sandbox"],
    });
    expect(orderOf(decision)).toEqual(["sandbox/canned"]);
    expect(decision).toMatchObject({
      reason: expect.stringMatching(/^canned stands in for large at \d+\.\d%, as only the sandbox/),
    });
  });

  test("a real provider's key ends that: its promise is kept or the request refused", () => {
    const offers = [{ ...dear, provider: "gemini" as const }, canned, small];
    const keys = ["sandbox", "anthropic"] as const;
    const decision = decide({ offers, model: "dear", classification: hard, keys });
    expect(decision.kind).toBe("refused");
  });
});

describe("a named model is a ceiling", () => {
  test("nothing dearer is chosen, however good", () => {
    const decision = decide({ offers, model: "large", classification: hard });
    expect(orderOf(decision)).not.toContain("anthropic/dear");
    expect(verdictOn(decision, "anthropic/dear")).toBe("dearer-than-named");
  });

  test("a lower input rate does not make up for a higher output rate", () => {
    const odd = offer("gemini", "odd", { score: 80, price: [0.1, 31] });
    const decision = decide({ offers: [large, odd], model: "large" });
    expect(verdictOn(decision, "gemini/odd")).toBe("dearer-than-named");
  });

  test("a model that reasons may cost more at the same rates, and is then dearer", () => {
    const thinker = offer("gemini", "thinker", {
      score: 80,
      price: [10, 30],
      can: { reasoning: true },
    });
    const decision = decide({ offers: [large, thinker], model: "large" });
    expect(verdictOn(decision, "gemini/thinker")).toBe("dearer-than-named");
  });

  test("an organization's own price counts, for the ceiling and for the rest", () => {
    const priceOverrides = { "anthropic/dear": card(1, 2) } as Record<
      OfferName,
      ReturnType<typeof card>
    >;
    const organization = { disabledOffers: [], priceOverrides };
    const decision = decide({ offers: [large, dear], model: "large", organization });
    expect(orderOf(decision)[0]).toBe("anthropic/dear");
  });

  test("without a key for it, it is still bar and ceiling, and others are chosen", () => {
    const decision = decide({ offers, model: "large", keys: ["anthropic"] });
    expect(decision).toMatchObject({ kind: "routed", reference: large });
    expect(orderOf(decision)).toEqual(["anthropic/small"]);
    expect(verdictOn(decision, "openai/large")).toBe("no-credential");
  });

  test("one without a price can't be compared, and is passed on", () => {
    const unpriced = offer("openai", "unpriced", { prices: [] });
    const decision = decide({ offers: [unpriced, small], model: "unpriced" });
    expect(decision).toMatchObject({ kind: "pinned", by: "name", order: [unpriced] });
  });

  test("the same model at another provider is as good as the one asked for", () => {
    const twin = offer("azure", "large", { score: 50, basis: "price", price: [9, 29] });
    const decision = decide({ offers: [large, twin], model: "large", classification: hard });
    expect(decision).toMatchObject({
      reason: expect.stringMatching(
        /^azure\/large keeps 100\.0% of openai\/large, bar \d+%, expected to cost 3% less$/,
      ),
    });
  });
});

describe("mode off", () => {
  test("is exactly the model asked for", () => {
    const decision = decide({ offers, model: "large", mode: "off" });
    expect(decision).toMatchObject({ kind: "pinned", by: "mode-off", order: [large] });
  });

  test("auto is the organization's baseline", () => {
    const organization = {
      disabledOffers: [],
      priceOverrides: {},
      baselineModel: "openai/middle" as const,
    };
    const decision = decide({ offers, mode: "off", organization });
    expect(decision).toMatchObject({ kind: "pinned", by: "mode-off", order: [middle] });
  });

  test("auto without a baseline is refused", () => {
    expect(decide({ offers, mode: "off" })).toMatchObject({
      kind: "refused",
      refusal: "auto-without-routing",
    });
  });
});

describe("a pinned model", () => {
  test("is passed on whatever it can do and whatever the mode", () => {
    const blind = offer("openai", "blind", { input: ["text"], status: "retired" });
    const conversation = saying("?", { needs: { ...noNeeds, image: true } });
    const decision = decide({ offers: [blind, large], model: "openai/blind", conversation });
    expect(decision).toMatchObject({ kind: "pinned", by: "name", order: [blind] });
  });

  test("without a key is refused, with the way out", () => {
    const decision = decide({ offers, model: "xai/grok", keys: ["openai"] });
    expect(decision).toMatchObject({ kind: "refused", refusal: "no-credential" });
    expect(decision).toHaveProperty("message", expect.stringContaining("no xai key is stored"));
  });

  test("that the organization disabled is refused", () => {
    const organization = { disabledOffers: ["openai/large"] as const, priceOverrides: {} };
    expect(decide({ offers, model: "openai/large", organization })).toMatchObject({
      kind: "refused",
      message: expect.stringContaining("openai/large is disabled"),
    });
  });
});

describe("when nothing fits", () => {
  test("no key at all", () => {
    expect(decide({ offers, keys: [] })).toMatchObject({
      refusal: "no-credential",
      message: expect.stringContaining("Provider credentials"),
    });
    expect(decide({ offers, model: "large", keys: [] })).toMatchObject({
      refusal: "no-credential",
      message: expect.stringContaining("no openai key is stored for large"),
    });
  });

  test("the model asked for is too small, and so are the others", () => {
    const conversation = saying("?", { estimatedInputTokens: 500_000 as Tokens });
    const decision = decide({ offers, model: "large", conversation });
    expect(decision).toMatchObject({ kind: "refused", refusal: "nothing-fits" });
    expect(decision).toHaveProperty("message", expect.stringContaining("context-too-small"));
    expect(decision).toHaveProperty("message", expect.stringContaining("write openai/large"));
    expect(verdictOn(decision, "openai/large")).toBe("context-too-small");
  });

  test("unportable fields are named, and stay with the provider asked for", () => {
    const conversation = saying("?", { needs: { ...noNeeds, unportableFields: ["prediction"] } });
    expect(decide({ offers, conversation })).toMatchObject({
      refusal: "nothing-fits",
      message: expect.stringContaining("prediction"),
    });
    const named = decide({ offers, model: "large", conversation });
    expect(orderOf(named)).toEqual(["openai/middle", "openai/large"]);
  });
});
