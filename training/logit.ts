const least = 0.02;

/** Log-odds of a share, kept away from certainty. */
export const logit = (share: number): number => {
  const kept = Math.min(1 - least, Math.max(least, share));
  return Math.log(kept / (1 - kept));
};

export const sigmoid = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
