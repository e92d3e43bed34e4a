/**
 * What is believed of one model at one task before its own requests say more: a Beta distribution of
 * the probability that it answers a typical request of the task's anchor mix acceptably
 * (docs/priors.md).
 */
export type Prior = {
  /** 0 to 1. */
  readonly mean: number;
  /** How many observed requests the belief is worth: 3 to 50. */
  readonly observations: number;
};

export const observationBounds = { least: 3, most: 50 } as const;

/** The standard deviation of the belief: √(mean · (1 − mean) / (observations + 1)). */
export const doubtOf = ({ mean, observations }: Prior): number =>
  Math.sqrt((mean * (1 - mean)) / (observations + 1));

/**
 * A quality that the model surely has, between 0 and the mean.
 *
 * @param deviations - how many standard deviations below the mean; 1.28 leaves a tenth below it.
 */
export const lowerBound = (prior: Prior, deviations: number): number =>
  Math.max(0, prior.mean - deviations * doubtOf(prior));

/**
 * The belief after requests were seen.
 *
 * @param seen - requests; 0 changes nothing.
 * @param good - how many of them were answered acceptably; may be a fraction.
 */
export const observed = (prior: Prior, seen: number, good: number): Prior => {
  const observations = prior.observations + seen;
  return { mean: (prior.mean * prior.observations + good) / observations, observations };
};
