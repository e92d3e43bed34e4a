/** What a model said, in no dialect. */
export type SaidAnswer = {
  readonly text: string;
  /** It came to its own end: not cut off, not filtered, no tool called. */
  readonly whole: boolean;
  /** The model declined, by a field of its own. */
  readonly declined: boolean;
};
