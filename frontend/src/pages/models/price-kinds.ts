import type { PricesAnswer } from "../../../../core/contract/models";

/** Each rate of a price, with what is charged where a provider has none of it. */
export const priceKinds = [
  { kind: "input", title: "Input", otherwise: "" },
  { kind: "output", title: "Output", otherwise: "" },
  { kind: "cacheRead", title: "Cache read", otherwise: "as input" },
  { kind: "cacheWrite5m", title: "Cache write, 5 minutes", otherwise: "as input" },
  { kind: "cacheWrite1h", title: "Cache write, 1 hour", otherwise: "as 5 minutes" },
  { kind: "reasoning", title: "Reasoning", otherwise: "as output" },
] as const;

export type PriceKind = (typeof priceKinds)[number]["kind"];

/** A price as the API takes it; what a provider has no rate of is left out. */
export const priceBody = (prices: PricesAnswer) => {
  const rates: Partial<Record<PriceKind, number>> = {};
  for (const { kind } of priceKinds) {
    const rate = prices[kind];
    if (rate !== null) rates[kind] = rate;
  }
  return { ...rates, input: rates.input ?? 0, output: rates.output ?? 0 };
};

export type PriceBody = ReturnType<typeof priceBody>;
