import type { Offer } from "../../core/catalog/offer";
import { modelKey } from "./model-key";
import type { PriorSources } from "./read-sources";

/** How able a model is over all tasks, 0 to 100, and what that rests on. */
export type ModelIndex = {
  readonly index: number;
  readonly basis: "index" | "family" | "price";
  readonly source: string;
  readonly family: string | undefined;
};

const basisOf = {
  benchmark: "index",
  declared: "family",
  family: "family",
  price: "price",
} as const;
const rank = { index: 0, family: 1, price: 2 } as const;

/** Of one model's offers: the best founded, then the middle one; a free one's price tells nothing. */
const representative = (offers: readonly Offer[]): Offer => {
  const sorted = [...offers].sort(
    (a, b) =>
      rank[basisOf[a.ability.basis]] - rank[basisOf[b.ability.basis]] ||
      b.ability.score - a.ability.score,
  );
  const first = sorted[0] as Offer;
  const alike = sorted.filter(({ ability }) => ability.basis === first.ability.basis);
  return alike[Math.floor((alike.length - 1) / 2)] ?? first;
};

const chatOffers = (offers: readonly Offer[]) =>
  offers.filter(({ kind }) => kind === undefined || kind === "chat");

/** The index of each model: judged by hand where it is, else the catalog's ability. */
export const modelIndices = (
  { indices, aliases }: PriorSources,
  offers: readonly Offer[],
): ReadonlyMap<string, ModelIndex> => {
  const byModel = new Map<string, Offer[]>();
  for (const offer of chatOffers(offers)) {
    const key = modelKey(offer.id, aliases);
    byModel.set(key, [...(byModel.get(key) ?? []), offer]);
  }
  const judged = (model: string, family: string | undefined): ModelIndex | undefined => {
    const { known, guessed } = indices;
    const own = known.index[model];
    if (own !== undefined)
      return { index: own, basis: "index", source: "index judged by hand", family };
    const kin = guessed.index[model];
    if (kin === undefined) return undefined;
    return { index: kin, basis: "family", source: "index guessed from relatives", family };
  };
  const found = [...byModel].map(([model, all]): [string, ModelIndex] => {
    const { ability, family } = representative(all);
    const basis = basisOf[ability.basis];
    const ofCatalog = {
      index: ability.score,
      basis,
      source: `the catalog's ability by ${basis}`,
      family,
    };
    return [model, judged(model, family) ?? ofCatalog];
  });
  const unoffered = Object.keys(indices.known.index)
    .filter((model) => !byModel.has(model))
    .map((model) => [model, judged(model, undefined)] as const)
    .filter((entry): entry is readonly [string, ModelIndex] => entry[1] !== undefined);
  return new Map([...unoffered, ...found].sort(([a], [b]) => (a < b ? -1 : 1)));
};
