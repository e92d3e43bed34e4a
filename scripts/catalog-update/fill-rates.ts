import type { PriceRow } from "../../core/catalog/offer-row";
import type { Flag } from "./flags";

const fillable = ["cacheRead", "cacheWrite5m", "reasoning", "audioInput"] as const;

/**
 * Rates that only models.dev has, taken over into an undated, flat card of genai-prices where both
 * agree on input and output: it is the same price list, one of them copied less of it.
 */
export const withFilledRates = (
  offer: string,
  cards: readonly PriceRow[],
  modelsDev: PriceRow,
  flag: (flag: Flag) => void,
): readonly PriceRow[] => {
  const [card] = cards;
  if (cards.length !== 1 || card === undefined || card.from !== "g" || card.tiers) return cards;
  if (card.input !== modelsDev.input || card.output !== modelsDev.output) return cards;
  if (modelsDev.tiers) return cards;
  const missing = fillable.filter(
    (field) => card[field] === undefined && modelsDev[field] !== undefined,
  );
  for (const field of missing) flag({ offer, field, kind: "filled-from-models.dev" });
  return [{ ...card, ...Object.fromEntries(missing.map((field) => [field, modelsDev[field]])) }];
};

/**
 * Anthropic bills a one-hour cache write at twice the input, wherever Claude is served; models.dev
 * has no field for it, and genai-prices lacks it for some providers.
 * Source: https://platform.claude.com/docs/en/build-with-claude/prompt-caching#pricing, as quoted
 * by genai-prices 0.1.8 at each of its Claude models.
 */
export const withHourWrites = (
  offer: string,
  cards: readonly PriceRow[],
  flag: (flag: Flag) => void,
): readonly PriceRow[] => {
  if (!offer.includes("claude")) return cards;
  return cards.map((card) => {
    if (card.cacheWrite5m === undefined || card.cacheWrite1h !== undefined) return card;
    flag({ offer, field: "cacheWrite1h", kind: "derived", note: "twice the input" });
    const tiers = card.tiers?.map((tier) => ({ ...tier, cacheWrite1h: 2 * tier.input }));
    return { ...card, cacheWrite1h: 2 * card.input, ...(tiers ? { tiers } : {}) };
  });
};
