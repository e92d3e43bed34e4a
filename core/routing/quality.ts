import type { Classification } from "./classification";
import { lowerBound, type Prior } from "./prior";

/**
 * Log-odds with which a small, a mid-size and a large model answer a usual request: where the
 * shifts of the three were learned. A model in between gets what lies in between.
 */
export const clusterLogits = [-0.1, 0.7, 1.5] as const;

/** How a model stands before a request is read: one number a task, in the order of `tasks`. */
export type Standing = {
  /** Log-odds of an acceptable answer. */
  readonly logits: Float64Array;
  /** Where it lies among the clusters: 0 as small, 1 as mid-size, 2 as large models. */
  readonly places: Float64Array;
};

const surest = 0.995;

const logitOf = (mean: number): number => {
  const kept = Math.min(surest, Math.max(1 - surest, mean));
  return Math.log(kept / (1 - kept));
};

/** Where a model of such log-odds of success lies among the clusters, 0 to 2. */
export const placeOf = (logit: number): number => {
  const [small, mid, large] = clusterLogits;
  if (logit <= small) return 0;
  if (logit >= large) return 2;
  return logit < mid ? (logit - small) / (mid - small) : 1 + (logit - mid) / (large - mid);
};

/** Stand-ins are taken as less able than is believed: by this many deviations of the belief. */
const caution = 0.5;

/** How a model stands by what is believed of it. */
export const standingOf = (priors: readonly Prior[]): Standing =>
  standing(
    priors.map(({ mean }) => mean),
    priors,
  );

/** How a model stands that would take another's place: the less is known of it, the lower. */
export const cautiousStandingOf = (priors: readonly Prior[]): Standing =>
  standing(
    priors.map((prior) => lowerBound(prior, caution)),
    priors,
  );

const standing = (means: readonly number[], priors: readonly Prior[]): Standing => ({
  logits: Float64Array.from(means, logitOf),
  places: Float64Array.from(priors, ({ mean }) => placeOf(logitOf(mean))),
});

/** Tasks that are less likely than this are left out of the reckoning. */
const leastChance = 0.03;
/** What being wholly unsure of a request takes from a stand-in, in log-odds. */
const unsureCost = 0.7;

/**
 * The probability that a model answers a request acceptably: over the tasks that it may be, what is
 * believed of the model at the task, moved by how easy or hard the request is for models of its kind.
 *
 * @param isStandIn - would take another's place: what is unsure counts against it.
 * @returns 0 to 1.
 */
export const predictQuality = (
  { logits, places }: Standing,
  { chances, shifts, unsure }: Classification,
  isStandIn: boolean,
): number => {
  const doubt = isStandIn ? unsure * unsureCost : 0;
  let quality = 0;
  let counted = 0;
  for (let task = 0; task < chances.length; task++) {
    const chance = chances[task] as number;
    if (chance < leastChance) continue;
    const logit = (logits[task] as number) + shiftAt(places[task] as number, shifts) - doubt;
    quality += chance / (1 + Math.exp(-logit));
    counted += chance;
  }
  return quality / counted;
};

/** The shift of a model that lies there among the clusters. */
export const shiftAt = (place: number, shifts: readonly number[]): number => {
  const below = place < 1 ? 0 : 1;
  const low = shifts[below] as number;
  return low + (place - below) * ((shifts[below + 1] as number) - low);
};
