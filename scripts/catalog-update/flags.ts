/** Something about an offer's price or facts that a reader should know or check. */
export type Flag = {
  readonly offer: string;
  readonly field: string;
  readonly kind: string;
  /** What each source says, where they disagree. */
  readonly modelsDev?: unknown;
  readonly genaiPrices?: unknown;
  readonly note?: string;
};
