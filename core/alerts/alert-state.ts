/** A crossing that has not ended. Windows are named by the number of their last minute. */
export type OpenCrossing = {
  readonly id: string;
  /** When it was first seen, milliseconds since 1970 UTC. */
  readonly at: number;
  /** The window by which it was seen. */
  readonly window: number;
  /** pUSD: the highest sum of a window until now. */
  readonly peak: bigint;
};

/** What an alert remembers from one check to the next. */
export type AlertState = {
  /** µUSD: what the spend was last held against. */
  readonly thresholdMicroUsd: number;
  /** The last window that has been judged for good. */
  readonly through: number;
  /** Windows before this one belong to what is over: an ended crossing, another threshold. */
  readonly floor: number;
  readonly open?: OpenCrossing;
  /** The crossing before; absent where a new threshold came since. */
  readonly closed?: OpenCrossing & { readonly endedBy: number };
};
