import type { PriceRow, RatesRow } from "../../core/catalog/offer-row";
import type { GenaiModel, GenaiPrice } from "./genai-prices";
import { microUsdOf } from "./micro-usd";

/** What was noticed while a price was read, for the flags. */
export type Note = (field: string, kind: string, note: string) => void;

const keys = {
  input: "input_mtok",
  output: "output_mtok",
  cacheRead: "cache_read_mtok",
  cacheWrite5m: "cache_write_mtok",
  cacheWrite1h: "cache_write_1h_mtok",
  reasoning: "output_reasoning_mtok",
  audioInput: "input_audio_mtok",
  audioCacheRead: "cache_audio_read_mtok",
} as const satisfies Record<keyof RatesRow, string>;

const tokenKeys = Object.entries(keys) as [keyof RatesRow, string][];

/** The rates for an input above `above` tokens, or undefined where input or output has none. */
const ratesAt = (price: GenaiPrice, above: number, kind: string, note: Note) => {
  const rates: Partial<Record<keyof RatesRow, number>> = {};
  for (const [field, key] of tokenKeys) {
    const value = price[key];
    if (value === undefined) continue;
    const usd =
      typeof value === "number"
        ? value
        : (value.tiers.findLast(({ start }) => start <= above)?.price ?? value.base);
    const { price: whole, exact } = microUsdOf(usd);
    if (!exact) note(field, "rounded-up", `${usd} USD per million is no whole µUSD: ${whole}`);
    rates[field] = whole;
  }
  const { input } = rates;
  // An embedding has no output to bill; where a source states a rate, it is a copy of the input's.
  const output = kind === "embedding" ? 0 : rates.output;
  return input === undefined || output === undefined ? undefined : { ...rates, input, output };
};

/**
 * One price of genai-prices as rates. Its tiers hold for the whole request once the total input is
 * above `start` (strictly: `total > start`), exactly what `aboveInputTokens` means.
 */
const toRates = (price: GenaiPrice, kind: string, note: Note) => {
  const base = ratesAt(price, -1, kind, note);
  if (!base) return undefined;
  const starts = tokenKeys.flatMap(([, key]) => {
    const value = price[key];
    return typeof value === "object" ? value.tiers.map(({ start }) => start) : [];
  });
  const tiers = [...new Set(starts)]
    .sort((a, b) => a - b)
    .flatMap((above) => {
      const rates = ratesAt(price, above, kind, note);
      return rates ? [{ above, ...rates }] : [];
    });
  return { ...base, ...(tiers.length > 0 ? { tiers } : {}) };
};

type Rated = Omit<PriceRow, "from" | "validFrom">;
type Dated = Rated & { readonly validFrom?: string };
const dearer = (a: Rated, b: Rated): Rated => (b.input + b.output > a.input + a.output ? b : a);

/**
 * The price cards of a genai-prices model, oldest first.
 *
 * Prices by time of day (DeepSeek's peak hours) can't be told from a card that holds for days. The
 * dearer is charged, so that a budget is never overrun by it, and the card is noted. Where there
 * are dated cards as well, the hours belong to the youngest: the older ones were flat.
 */
export const genaiCards = (model: GenaiModel, kind: string, note: Note): readonly PriceRow[] => {
  const cards: Dated[] = [];
  for (const { constraint, prices } of model.prices) {
    const rates = toRates(prices, kind, note);
    if (!rates) return [];
    if (constraint?.type !== "time_of_date") {
      cards.push(constraint ? { ...rates, validFrom: constraint.start_date } : rates);
      continue;
    }
    const last: Dated = cards.pop() ?? rates;
    note(
      "prices",
      "time-of-day",
      `${constraint.start_time} to ${constraint.end_time}: dearer used`,
    );
    cards.push({
      ...dearer(last, rates),
      ...(last.validFrom === undefined ? {} : { validFrom: last.validFrom }),
    });
  }
  return cards.map((card) => ({ from: "g", ...card }));
};
