import type { PriceRow, RatesRow } from "../../core/catalog/offer-row";
import { sources } from "../../core/catalog/sources";
import type { Decisions } from "./decisions";
import { withFilledRates, withHourWrites } from "./fill-rates";
import type { Flag } from "./flags";
import type { Purpose } from "./purpose-of";
import { withSoundRates } from "./sound-rates";

export type Priced = {
  readonly offer: string;
  readonly id: string;
  readonly kind: Purpose["kind"];
  /** Billed a fee for each request besides its tokens, which a price card can't say. */
  readonly requestFee: boolean;
  readonly modelsDev: PriceRow | undefined;
  readonly genai: readonly PriceRow[];
  /** genai-prices says where it read this entry's prices, or from when they hold. */
  readonly isGenaiDocumented: boolean;
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
 * source, dates its cards and says which way a tier's border falls. Where the two contradict each
 * other, it must also say where it read its price; else models.dev wins, whose snapshot is all of
 * one day, while undocumented entries of genai-prices may be years old. Decisions made by hand
 * overrule this. Every disagreement on the day of the snapshot is flagged, whoever wins.
 */
export const choosePrices = (
  raw: Priced,
  decisions: Decisions,
  flag: (flag: Flag) => void,
): readonly PriceRow[] => {
  const { offer } = raw;
  const sound = (card: PriceRow) => withSoundRates(offer, card, flag);
  const modelsDev = raw.modelsDev && sound(raw.modelsDev);
  const priced: Priced = { ...raw, modelsDev, genai: raw.genai.map(sound) };
  const differing = disagreements(modelsDev, priced.genai);
  for (const entry of differing) flag({ offer, ...entry, kind: "disagreement" });
  if (priced.requestFee) {
    const note =
      "a fee for each request, by search context, is billed besides the tokens: unpriced";
    flag({ offer, field: "prices", kind: "request-fee", note });
    return [];
  }
  const listed = cardsOf(winner(priced, differing, decisions), priced);
  const cards = decisions.flat[offer] === undefined ? listed : listed.map(withoutTiers);
  if (cards.length === 0 && decisions.free[offer]) return [{ from: "g", input: 0, output: 0 }];
  if (cards.some((card) => hasZero(card, priced.kind)))
    return freePrices(priced, cards, decisions, flag);
  const filled = modelsDev ? withFilledRates(offer, cards, modelsDev, flag) : cards;
  return withHourWrites(offer, filled, flag);
};

const winner = (
  { offer, isGenaiDocumented }: Priced,
  differing: readonly Disagreement[],
  decisions: Decisions,
): "models.dev" | "genai-prices" => {
  const decided = decisions.source[offer] ?? decisions.source[offer.split("/")[0] ?? ""];
  if (decided) return decided.use;
  // A rate that only one of them has is a gap of the other, not a contradiction.
  const contradicts = differing.some(
    ({ modelsDev, genaiPrices }) => modelsDev !== null && genaiPrices !== null,
  );
  return contradicts && !isGenaiDocumented ? "models.dev" : "genai-prices";
};

const cardsOf = (source: "models.dev" | "genai-prices", { modelsDev, genai }: Priced) => {
  if (source === "genai-prices" && genai.length > 0) return genai;
  return modelsDev ? [modelsDev] : genai;
};

const withoutTiers = ({ tiers: _, ...card }: PriceRow): PriceRow => card;

// Azure's model router has an input price, its own fee, and no output price: a part of the bill.
const hasZero = ({ input, output }: PriceRow, kind: Priced["kind"]) =>
  input === 0 || (output === 0 && kind !== "embedding");

/**
 * A price of 0 is a missing price more often than a gift: only what a source calls free is taken
 * as free (OpenRouter's `:free` names and its free router, and the decisions); else it is unpriced.
 */
const freePrices = (
  { offer, id }: Priced,
  cards: readonly PriceRow[],
  decisions: Decisions,
  flag: (flag: Flag) => void,
): readonly PriceRow[] => {
  const isOpenRouters = offer.startsWith("openrouter/");
  const isNamedFree = isOpenRouters && (id.endsWith(":free") || id === "openrouter/free");
  if (isNamedFree || decisions.free[offer] !== undefined) return cards;
  const note = "a price of 0 that no source calls free";
  flag({ offer, field: "prices", kind: "zero-not-free", note });
  return [];
};

type Disagreement = {
  readonly field: string;
  readonly modelsDev: unknown;
  readonly genaiPrices: unknown;
};

const disagreements = (
  modelsDev: PriceRow | undefined,
  genai: readonly PriceRow[],
): readonly Disagreement[] => {
  const then = genai.findLast(({ validFrom }) => (validFrom ?? "") <= sources.m.takenOn);
  if (!modelsDev || !then) return [];
  const differing: Disagreement[] = compared
    .filter((field) => modelsDev[field] !== then[field])
    .map((field) => ({
      field,
      modelsDev: modelsDev[field] ?? null,
      genaiPrices: then[field] ?? null,
    }));
  const [a, b] = [shapeOf(modelsDev), shapeOf(then)];
  if (JSON.stringify(a) !== JSON.stringify(b))
    differing.push({ field: "tiers", modelsDev: a, genaiPrices: b });
  return differing;
};

const shapeOf = ({ tiers }: PriceRow) =>
  tiers ? tiers.map(({ above, input, output }) => [above, input, output]) : null;
