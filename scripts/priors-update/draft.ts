/** A prior while it is made. */
export type Draft = {
  readonly mean: number;
  readonly observations: number;
  readonly source: string;
  /** The pseudo-observations of it that are evidence of that very model. */
  readonly evidence: number;
};
