import type { PriceRow } from "../../../core/catalog/offer-row";
import { choosePrices, type Priced } from "../../../scripts/catalog-update/choose-prices";
import type { Decisions } from "../../../scripts/catalog-update/decisions";
import type { Flag } from "../../../scripts/catalog-update/flags";

const m = (input: number, more: Partial<PriceRow> = {}): PriceRow => ({
  from: "m",
  input,
  output: 10 * input,
  ...more,
});
const g = (input: number, more: Partial<PriceRow> = {}): PriceRow => ({
  ...m(input, more),
  from: "g",
});
const undecided: Decisions = {
  source: {},
  priceAs: {},
  free: {},
  flat: {},
  like: {},
  structuredOutput: [],
};
const why = "by hand";

const choose = (priced: Partial<Priced>, decisions: Partial<Decisions> = {}) => {
  const flags: Flag[] = [];
  const cards = choosePrices(
    {
      ...{ offer: "openai/gpt", id: "gpt", kind: "chat", requestFee: false },
      ...{ modelsDev: undefined, genai: [], isGenaiDocumented: false },
      ...priced,
    },
    { ...undecided, ...decisions },
    (flag) => flags.push(flag),
  );
  return { cards, kinds: flags.map(({ kind, field }) => `${kind} ${field}`) };
};

describe("which source is believed", () => {
  test.each([
    {
      name: "genai-prices where both agree",
      priced: { modelsDev: m(5), genai: [g(5)] },
      is: [g(5)],
    },
    {
      name: "genai-prices where it names its source",
      priced: { modelsDev: m(5), genai: [g(6)], isGenaiDocumented: true },
      is: [g(6)],
    },
    {
      name: "models.dev where genai-prices contradicts it and names none",
      priced: { modelsDev: m(5), genai: [g(6)] },
      is: [m(5)],
    },
    {
      name: "models.dev where genai-prices knows nothing",
      priced: { modelsDev: m(5) },
      is: [m(5)],
    },
    { name: "genai-prices where models.dev knows nothing", priced: { genai: [g(6)] }, is: [g(6)] },
    {
      name: "genai-prices where it merely knows one rate more",
      priced: { modelsDev: m(5), genai: [g(5, { cacheRead: 1 })] },
      is: [g(5, { cacheRead: 1 })],
    },
    { name: "none where none has a price", priced: {}, is: [] },
  ])("$name", ({ priced, is }) => {
    expect(choose(priced).cards).toEqual(is);
  });

  test("a decision by hand that longer prompts cost no more", () => {
    const modelsDev = m(5, { tiers: [{ above: 200_000, input: 10, output: 75 }] });
    expect(choose({ modelsDev }, { flat: { "openai/gpt": why } }).cards).toEqual([m(5)]);
    expect(choose({ modelsDev }).cards).toEqual([modelsDev]);
  });

  test("a decision by hand, for an offer or for a whole provider", () => {
    const priced = { modelsDev: m(5), genai: [g(6)] };
    const genai = { use: "genai-prices", why } as const;
    expect(choose(priced, { source: { "openai/gpt": genai } }).cards).toEqual([g(6)]);
    expect(choose(priced, { source: { openai: genai } }).cards).toEqual([g(6)]);
  });

  test("every contradiction is flagged, whoever is believed", () => {
    expect(choose({ modelsDev: m(5), genai: [g(6)] }).kinds).toEqual([
      "disagreement input",
      "disagreement output",
    ]);
  });

  test("a price that changed after the snapshot's day is no contradiction", () => {
    const genai = [g(5), g(7, { validFrom: "2026-08-01" })];
    expect(choose({ modelsDev: m(5), genai })).toEqual({ cards: genai, kinds: [] });
  });
});

describe("what is completed and what is left out", () => {
  test("a cache rate that only models.dev has is taken over where both agree on the rest", () => {
    const { cards, kinds } = choose({ modelsDev: m(50, { cacheRead: 5 }), genai: [g(50)] });
    expect(cards).toEqual([g(50, { cacheRead: 5 })]);
    expect(kinds).toContain("filled-from-models.dev cacheRead");
  });

  test("Claude's one-hour write is twice the input, in every tier", () => {
    const tiers = [{ above: 200_000, input: 8, output: 80, cacheWrite5m: 10 }];
    const { cards } = choose({
      offer: "bedrock/claude-x",
      genai: [g(4, { cacheWrite5m: 5, tiers })],
    });
    expect(cards[0]).toMatchObject({ cacheWrite1h: 8, tiers: [{ cacheWrite1h: 16 }] });
  });

  test("a cache read at 0, or a write below the input, is a number for want of one", () => {
    const { cards, kinds } = choose({ genai: [g(50, { cacheRead: 0, cacheWrite5m: 8 })] });
    expect(cards).toEqual([g(50)]);
    expect(kinds).toEqual(["unsound-rate cacheRead", "unsound-rate cacheWrite5m"]);
  });
});

describe("a price of 0", () => {
  const zero = m(0);
  test.each([
    {
      name: "is free under OpenRouter's :free names",
      offer: "openrouter/a/b:free",
      id: "a/b:free",
      is: [zero],
    },
    {
      name: "is free for OpenRouter's free router",
      offer: "openrouter/openrouter/free",
      id: "openrouter/free",
      is: [zero],
    },
    {
      name: "is unpriced elsewhere, whatever the name",
      offer: "openai/b:free",
      id: "b:free",
      is: [],
    },
    { name: "is unpriced where nobody says free", offer: "cohere/x", id: "x", is: [] },
  ])("$name", ({ offer, id, is }) => {
    expect(choose({ offer, id, modelsDev: zero }).cards).toEqual(is);
  });

  test("is free where a source says so in words", () => {
    expect(choose({ modelsDev: zero }, { free: { "openai/gpt": why } }).cards).toEqual([zero]);
  });

  test("for output alone is a part of the bill: unpriced, but for embeddings", () => {
    const modelsDev = m(5, { output: 0 });
    expect(choose({ modelsDev }).cards).toEqual([]);
    expect(choose({ modelsDev, kind: "embedding" }).cards).toEqual([modelsDev]);
  });
});

test("a model that bills a fee for each request is unpriced, as a card can't say it", () => {
  expect(choose({ modelsDev: m(5), requestFee: true })).toEqual({
    cards: [],
    kinds: ["request-fee prices"],
  });
});
