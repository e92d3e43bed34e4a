import type { PriceRow, RatesRow } from "../../core/catalog/offer-row";
import { sources } from "../../core/catalog/sources";
import type { Decisions } from "./decisions";
import { withFilledRates, withHourWrites } from "./fill-rates";
import type { Flag } from "./flags";

export type Priced = {
  readonly offer: string;
  readonly id: string;
  /** Billed a fee for each request besides its tokens, which a price card can't say. */
  readonly requestFee: boolean;
  readonly modelsDev: PriceRow | undefined;
  readonly genai: readonly PriceRow[];
};

const compared = [
  "input",
  "output",
  "cacheRead",
  "cacheWrite5m",
] as const satisfies readonly (keyof RatesRow)[];

/**
 * The price cards of an offer.
 *
 * The rule: genai-prices wins where it knows the offer at that very provider, as it is the younger
 * source, dates its cards, says which way a tier's border falls, and gives its reference; the
 * decisions made by hand overrule it. Every disagreement on the day of the models.dev snapshot is
 * flagged, whoever wins.
 */
export const choosePrices = (
  { offer, id, requestFee, modelsDev, genai }: Priced,
  decisions: Decisions,
  flag: (flag: Flag) => void,
): readonly PriceRow[] => {
  flagDisagreements(offer, modelsDev, genai, flag);
  if (requestFee) {
    flag({
      offer,
      field: "prices",
      kind: "request-fee",
      note: "a fee for each request, by search context, is billed besides the tokens: unpriced",
    });
    return [];
  }
  const wanted = decisions.source[offer]?.use ?? "genai-prices";
  const cards =
    wanted === "genai-prices" && genai.length > 0 ? genai : modelsDev ? [modelsDev] : genai;
  if (cards.some(isFree)) return freePrices(offer, id, cards, decisions, flag);
  const filled = modelsDev ? withFilledRates(offer, cards, modelsDev, flag) : cards;
  return withHourWrites(offer, filled, flag);
};

const isFree = (card: PriceRow) => card.input === 0 && (card.output === 0 || card.from === "m");

/**
 * A price of 0 is a missing price more often than a gift: only what a source calls free is taken
 * as free (OpenRouter's `:free` names and its free router, and the decisions); else it is unpriced.
 */
const freePrices = (
  offer: string,
  id: string,
  cards: readonly PriceRow[],
  decisions: Decisions,
  flag: (flag: Flag) => void,
): readonly PriceRow[] => {
  const saidToBeFree =
    (offer.startsWith("openrouter/") && (id.endsWith(":free") || id === "openrouter/free")) ||
    decisions.free[offer] !== undefined;
  if (saidToBeFree) return cards;
  flag({
    offer,
    field: "prices",
    kind: "zero-not-free",
    note: "a price of 0 that no source calls free",
  });
  return [];
};

const flagDisagreements = (
  offer: string,
  modelsDev: PriceRow | undefined,
  genai: readonly PriceRow[],
  flag: (flag: Flag) => void,
): void => {
  const then = genai.findLast(({ validFrom }) => (validFrom ?? "") <= sources.m.takenOn);
  if (!modelsDev || !then) return;
  for (const field of compared) {
    if (modelsDev[field] !== then[field])
      flag({
        offer,
        field,
        kind: "disagreement",
        modelsDev: modelsDev[field] ?? null,
        genaiPrices: then[field] ?? null,
      });
  }
  const [a, b] = [modelsDev.tiers ?? [], then.tiers ?? []];
  const shape = (tiers: typeof a) =>
    tiers.map(({ above, input, output }) => [above, input, output]);
  if (JSON.stringify(shape(a)) !== JSON.stringify(shape(b)))
    flag({
      offer,
      field: "tiers",
      kind: "disagreement",
      modelsDev: shape(a),
      genaiPrices: shape(b),
    });
};
