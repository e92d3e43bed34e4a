/** The log of the odds; probabilities beyond 1.5% and 98.5% count as those. */
export const logit = (probability: number): number => {
  const p = Math.min(0.985, Math.max(0.015, probability));
  return Math.log(p / (1 - p));
};

/** The probability of log odds. */
export const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));
