import type { OfferRow } from "../../core/catalog/offer-row";
import { abilityFromBenchmarks } from "./benchmarks";
import { canonicalName } from "./canonical-name";
import type { ModelsDev } from "./models-dev";
import { priceLine } from "./price-line";

export type Ability = Pick<OfferRow, "score" | "basis" | "basisOf">;

/** What an ability is judged by; `price` is µUSD per million tokens, three of input to one of output. */
export type Judged = {
  readonly id: string;
  readonly baseModel: string | undefined;
  readonly family: string | undefined;
  readonly released: string | undefined;
  readonly price: number | undefined;
};

type Known = {
  readonly name: string;
  readonly score: number;
  readonly family?: string;
  readonly released: string;
};

const round = (score: number) => Math.round(score * 10) / 10;

/** Every model with a benchmark that counts, by canonical name; the first of a name stands. */
const knownModels = ({ models }: ModelsDev): ReadonlyMap<string, Known> => {
  const known = new Map<string, Known>();
  for (const [name, { benchmarks, family, release_date }] of Object.entries(models).sort()) {
    const score = benchmarks && abilityFromBenchmarks(benchmarks);
    const key = canonicalName(name);
    if (score === undefined || known.has(key)) continue;
    known.set(key, { name, score, ...(family ? { family } : {}), released: release_date ?? "" });
  }
  return known;
};

/** The relative that counts: the youngest that is no younger, else the weakest of the family. */
const relativeOf = (judged: Judged, known: readonly Known[]): Known | undefined => {
  const family = known.filter(
    (model) => model.family !== undefined && model.family === judged.family,
  );
  const older = family
    .filter(({ released }) => released <= (judged.released ?? ""))
    .sort((a, b) => a.released.localeCompare(b.released) || b.score - a.score);
  return older.at(-1) ?? family.sort((a, b) => a.score - b.score).at(0);
};

/**
 * Judges how able models are: by their own benchmarks, else by their family's nearest relative,
 * else by what they cost.
 *
 * A model with little evidence must not look better than its family: one at less than half its
 * relative's price is a smaller model, so the price line bounds it; and the price line lies one
 * standard error below the middle.
 */
export const createAbilityJudge = (source: ModelsDev, all: readonly Judged[]) => {
  const known = knownModels(source);
  const models = [...known.values()];
  const own = (judged: Judged): Known | undefined =>
    known.get(canonicalName(judged.baseModel ?? judged.id)) ?? known.get(canonicalName(judged.id));
  const line = priceLine(
    all.flatMap((judged) => {
      const score = own(judged)?.score;
      return score === undefined || judged.price === undefined
        ? []
        : [{ price: judged.price, score }];
    }),
  );
  const priceOf = new Map<string, number>();
  for (const judged of all) {
    const name = own(judged)?.name;
    if (name !== undefined && judged.price !== undefined)
      priceOf.set(name, Math.min(judged.price, priceOf.get(name) ?? Number.POSITIVE_INFINITY));
  }
  return (judged: Judged): Ability => {
    const self = own(judged);
    if (self) return { score: round(self.score), basis: "benchmark", basisOf: self.name };
    const relative = relativeOf(judged, models);
    const byPrice = line(judged.price);
    if (!relative) return { score: round(byPrice), basis: "price", basisOf: "log price line" };
    const isSmaller = (judged.price ?? 0) < (priceOf.get(relative.name) ?? 0) / 2;
    const score = isSmaller ? Math.min(relative.score, byPrice) : relative.score;
    return { score: round(score), basis: "family", basisOf: relative.name };
  };
};
