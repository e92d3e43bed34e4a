import type { PriceRow, RatesRow } from "../../core/catalog/offer-row";
import type { Flag } from "./flags";

const writes = ["cacheWrite5m", "cacheWrite1h"] as const;

/**
 * A card without rates that can't be meant. On a model that costs something, a cache read or
 * reasoning at 0 is a field filled in for want of a number (gpt-3.5-turbo has no cache at all), and
 * a cache write below the input's rate is the storage fee alone (OpenRouter's Gemini rows give a
 * twelfth of the hourly fee) or 0. Left out, each falls back to the dearer rate of fresh input or
 * output, so the bill is never underestimated.
 */
export const withSoundRates = (
  offer: string,
  card: PriceRow,
  flag: (flag: Flag) => void,
): PriceRow => {
  if (card.input === 0) return card;
  const drop = <R extends RatesRow>(rates: R): R => {
    const unsound = new Set<string>([
      ...(["cacheRead", "reasoning"] as const).filter((field) => rates[field] === 0),
      ...writes.filter((field) => (rates[field] ?? rates.input) < rates.input),
    ]);
    for (const field of unsound)
      flag({
        offer,
        field,
        kind: "unsound-rate",
        note: `${String(rates[field as keyof R])} left out`,
      });
    return Object.fromEntries(Object.entries(rates).filter(([field]) => !unsound.has(field))) as R;
  };
  const tiers = card.tiers?.map(drop);
  return { ...drop(card), ...(tiers ? { tiers } : {}) };
};
