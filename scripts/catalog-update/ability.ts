import { canonicalName } from "../../core/catalog/canonical-name";
import type { OfferRow } from "../../core/catalog/offer-row";
import { type Known, knownModels, withSuccessors } from "./known-models";
import type { ModelsDev } from "./models-dev";
import { priceLine } from "./price-line";
import type { PublishedIndex } from "./published-index";

export type Ability = Pick<OfferRow, "score" | "basis" | "basisOf">;

/** What an ability is judged by; `price` is µUSD per million tokens, three of input to one of output. */
export type Judged = {
  readonly id: string;
  readonly baseModel: string | undefined;
  readonly family: string | undefined;
  readonly released: string | undefined;
  readonly price: number | undefined;
};

const round = (score: number) => Math.round(score * 10) / 10;

/** Billions of parameters, where a name tells: "llama-3.1-8b" has 8. */
const sizeOf = (name: string): number | undefined => {
  const size = /(?:^|[-_/])(\d+(?:\.\d+)?)b(?![a-z])/i.exec(name)?.[1];
  return size === undefined ? undefined : Number(size);
};

/** The relative that counts: the youngest that is no younger, else the weakest of the family. */
const relativeOf = (judged: Judged, known: readonly Known[]): Known | undefined => {
  const family = known.filter((model) => model.family && model.family === judged.family);
  const older = family
    .filter(({ released }) => released <= (judged.released ?? ""))
    .sort((a, b) => a.released.localeCompare(b.released, "en") || b.score - a.score);
  return older.at(-1) ?? family.sort((a, b) => a.score - b.score).at(0);
};

/** Each known model's lowest price above 0. */
const lowestPrices = (
  all: readonly Judged[],
  own: (judged: Judged) => Known | undefined,
): ReadonlyMap<string, number> => {
  const prices = new Map<string, number>();
  for (const judged of all) {
    const name = own(judged)?.name;
    if (name === undefined || !judged.price) continue;
    prices.set(name, Math.min(judged.price, prices.get(name) ?? judged.price));
  }
  return prices;
};

/**
 * Judges how able models are: by their own benchmarks, else by their family's nearest relative,
 * else by what they cost.
 *
 * A model with little evidence must not look better than its family: one of less than half its
 * relative's price or size is a smaller model, so it has at most three quarters of the relative's
 * score and no more than the price line says; and that line lies one standard error below the
 * middle.
 */
export const createAbilityJudge = (
  source: ModelsDev,
  published: PublishedIndex,
  all: readonly Judged[],
): ((judged: Judged) => Ability) => {
  const raw = knownModels(source, published);
  const ownIn = (known: ReadonlyMap<string, Known>) => (judged: Judged) =>
    known.get(canonicalName(judged.baseModel ?? judged.id)) ?? known.get(canonicalName(judged.id));
  const prices = lowestPrices(all, ownIn(raw));
  const known = withSuccessors(raw, (name) => prices.get(name));
  const own = ownIn(known);
  const models = [...known.values()];
  const line = priceLine(
    models.map(({ name, score }) => ({ price: prices.get(name) ?? 0, score })),
  );
  return (judged) => {
    const self = own(judged);
    if (self) return { score: round(self.score), basis: "benchmark", basisOf: self.name };
    const relative = relativeOf(judged, models);
    const byPrice = line(judged.price);
    if (!relative) return { score: round(byPrice), basis: "price" };
    const isCheaper = (judged.price ?? 0) < (prices.get(relative.name) ?? 0) / 2;
    const size = sizeOf(judged.id);
    const isSmaller = size !== undefined && size < (sizeOf(relative.name) ?? 0) / 2;
    const isLesser = isCheaper || isSmaller;
    const score = isLesser ? Math.min(0.75 * relative.score, byPrice) : relative.score;
    return { score: round(score), basis: "family", basisOf: relative.name };
  };
};
