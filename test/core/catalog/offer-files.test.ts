import { readdirSync, readFileSync } from "node:fs";
import type { OfferRow } from "../../../core/catalog/offer-row";
import { offerFileSchema } from "../../../core/catalog/schema";

const folder = "core/catalog/offers";
const names = readdirSync(folder).filter((name) => name !== "flags.json");
const texts = names.map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")] as const);
const rows = texts.flatMap(([, text]) => (JSON.parse(text) as { offers: OfferRow[] }).offers);

test.each(texts)("%s meets the strict schema and is named after its provider", (name, text) => {
  expect(`${offerFileSchema.parse(JSON.parse(text)).provider}.json`).toBe(name);
});

test("every provider of the two sources has its file", () => {
  expect(names.map((name) => name.replace(".json", "")).sort()).toEqual(
    "anthropic azure bedrock cerebras cohere deepseek fireworks gemini groq mistral openai openrouter perplexity together xai".split(
      " ",
    ),
  );
});

test("all files together stay below 250 kB, as every cold start carries them", () => {
  expect(texts.reduce((bytes, [, text]) => bytes + Buffer.byteLength(text), 0)).toBeLessThan(
    250_000,
  );
});

test("a difference shows offer by offer: each stands on a line of its own", () => {
  for (const [, text] of texts) {
    const { offers } = JSON.parse(text) as { offers: unknown[] };
    expect(text.trimEnd().split("\n")).toHaveLength(offers.length + 2);
  }
});

test("input is free only where output is, and a paid model has no rate of 0", () => {
  const rates = rows
    .filter(({ kind }) => kind !== "embedding")
    .flatMap(({ id, prices = [] }) => prices.map((price) => ({ id, ...price })));
  const odd = rates.filter(
    ({ input, output, cacheRead, reasoning }) =>
      (input === 0) !== (output === 0) || (input > 0 && (cacheRead === 0 || reasoning === 0)),
  );
  expect(odd).toEqual([]);
});

test("a cache write is never cheaper than input, nor an hour than five minutes", () => {
  const odd = rows
    .flatMap(({ id, prices = [] }) => prices.map((price) => ({ id, ...price })))
    .filter(
      ({ input, cacheWrite5m = input, cacheWrite1h = cacheWrite5m }) =>
        cacheWrite5m < input || cacheWrite1h < cacheWrite5m,
    );
  expect(odd).toEqual([]);
});

test.each([
  { name: "an unknown field", change: { colour: "red" } },
  { name: "a fraction of a µUSD", change: { prices: [{ from: "m", input: 0.5, output: 1 }] } },
  { name: "a negative price", change: { prices: [{ from: "m", input: -1, output: 1 }] } },
  { name: "no card at all under prices", change: { prices: [] } },
  { name: "an ability above the scale", change: { score: 101 } },
  { name: "an ability that does not exist", change: { can: "tools levitation" } },
  { name: "an ability twice", change: { can: "tools tools" } },
  { name: "a day that does not exist", change: { releasedOn: "2025-02-31" } },
  {
    name: "tiers out of order",
    change: {
      prices: [
        {
          from: "m",
          input: 1,
          output: 1,
          tiers: [
            { above: 200, input: 2, output: 2 },
            { above: 100, input: 3, output: 3 },
          ],
        },
      ],
    },
  },
])("the schema refuses $name", ({ change }) => {
  const good = { id: "m", name: "M", score: 1, basis: "price" };
  const file = (offer: object) => ({ provider: "openai", offers: [offer] });
  expect(offerFileSchema.safeParse(file(good)).success).toBe(true);
  expect(offerFileSchema.safeParse(file({ ...good, ...change })).success).toBe(false);
});
