import { canonicalName } from "../../core/catalog/canonical-name";
import { abilityFromBenchmarks } from "./benchmarks";
import type { ModelsDev } from "./models-dev";
import { currentScore, type PublishedIndex } from "./published-index";

/** A model of which there is evidence. */
export type Known = {
  readonly name: string;
  readonly score: number;
  /** The score is an index of Artificial Analysis, not one benchmark or two of somebody else. */
  readonly isIndex: boolean;
  readonly family: string | undefined;
  readonly released: string;
};

/** By canonical name: published index values first, then benchmarks; the first of a name stands. */
export const knownModels = (
  { models }: ModelsDev,
  published: PublishedIndex,
): ReadonlyMap<string, Known> => {
  const known = new Map<string, Known>();
  const add = (name: string, found: Pick<Known, "score" | "isIndex"> | undefined) => {
    const key = canonicalName(name);
    if (found === undefined || known.has(key)) return;
    const { family, release_date } = models[name] ?? {};
    known.set(key, { name, ...found, family, released: release_date ?? "" });
  };
  for (const [name, value] of Object.entries(published))
    add(name, { score: currentScore(value), isIndex: true });
  for (const [name, { benchmarks }] of Object.entries(models).sort())
    add(name, benchmarks && abilityFromBenchmarks(benchmarks));
  return known;
};

/**
 * A benchmark's harness may have failed a model; still, nobody asks more for a worse successor. So
 * a model without an index is at least as able as an older one of its family that costs no more.
 *
 * @param priceOf - a model's lowest price by its name; undefined: not offered, and then no yardstick.
 */
export const withSuccessors = (
  known: ReadonlyMap<string, Known>,
  priceOf: (name: string) => number | undefined,
): ReadonlyMap<string, Known> => {
  const all = [...known.values()];
  const atLeast = (model: Known): number => {
    if (model.isIndex) return model.score;
    const price = priceOf(model.name) ?? 0;
    const older = all.filter(
      ({ name, family, released }) =>
        family !== undefined &&
        family === model.family &&
        released < model.released &&
        (priceOf(name) ?? Number.POSITIVE_INFINITY) <= price,
    );
    return Math.max(model.score, ...older.map(({ score }) => score));
  };
  return new Map([...known].map(([key, model]) => [key, { ...model, score: atLeast(model) }]));
};
