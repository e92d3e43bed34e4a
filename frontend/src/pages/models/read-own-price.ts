import * as z from "zod";
import type { PricesAnswer } from "../../../../core/contract/models";
import { type PriceKind, priceKinds } from "./price-kinds";
import { type PriceUnit, pricedTokens, readRate, writeRate } from "./price-text";

export type TypedPrice = Record<PriceKind, string> & { unit: PriceUnit };

/** A price as the form first shows it. */
export const typedPrice = (prices: PricesAnswer | null, unit: PriceUnit): TypedPrice => {
  const text = (kind: PriceKind) => {
    const rate = prices?.[kind];
    return rate === null || rate === undefined ? "" : writeRate(rate, unit);
  };
  const [input, output] = [text("input"), text("output")];
  const [cacheRead, reasoning] = [text("cacheRead"), text("reasoning")];
  const [cacheWrite5m, cacheWrite1h] = [text("cacheWrite5m"), text("cacheWrite1h")];
  return { unit, input, output, cacheRead, cacheWrite5m, cacheWrite1h, reasoning };
};

/** What was typed in the other unit: the same price exactly; what is no price stays as it is. */
export const inUnit = (typed: TypedPrice, unit: PriceUnit): TypedPrice => {
  const changed = { ...typed, unit };
  for (const { kind } of priceKinds) {
    const read = typed[kind].trim() === "" ? undefined : readRate(typed[kind], typed.unit);
    if (read && "rate" in read) changed[kind] = writeRate(read.rate, unit);
  }
  return changed;
};

const text = z.string();

/** What was typed as the API takes it; input and output are needed, of the others each may be empty. */
export const ownPriceSchema = z
  .object({
    unit: z.enum(["million", "thousand"]),
    input: text,
    output: text,
    cacheRead: text,
    cacheWrite5m: text,
    cacheWrite1h: text,
    reasoning: text,
  })
  .transform((typed, context) => {
    const rates: Partial<Record<PriceKind, number>> = {};
    for (const { kind, otherwise } of priceKinds) {
      const empty = typed[kind].trim() === "";
      if (empty && otherwise !== "") continue;
      const read = empty
        ? { problem: "is needed; write 0 where it is free" }
        : readRate(typed[kind], typed.unit);
      if ("rate" in read) rates[kind] = read.rate;
      else context.addIssue({ code: "custom", path: [kind], message: read.problem });
    }
    return { ...rates, input: rates.input ?? 0, output: rates.output ?? 0 };
  });

/** pUSD of 500 tokens in and 200 out at a price. */
export const typicalOf = ({ input, output }: { readonly input: number; readonly output: number }) =>
  pricedTokens(input, 500) + pricedTokens(output, 200);
