/** Why a request that asked for a cascade was answered without one. */
export const cascadeOffs = [
  /** A stream can't be taken back once its first word is out. */
  "off-streamed",
  /** Nothing in the request says what a right answer looks like. */
  "off-not-checkable",
  /** Its schema points outside of itself, or is too large. */
  "off-schema",
  /** The model is pinned, by its name or by the mode `off`. */
  "off-pinned",
  /** The model asked for can't be called itself, so there is nothing to escalate to. */
  "off-no-reference",
  /** No cheaper model fits and is good enough to be tried first. */
  "off-no-cheaper",
  /** Trying a cheaper one first is expected to cost no less than the reference alone. */
  "off-not-worth-it",
  /** The first model failed to answer; the request went on as any other. */
  "off-first-call-failed",
] as const;

export type CascadeOff = (typeof cascadeOffs)[number];

/** What became of a cascade, as `x-smashcost-cascade` and the record of the request say it. */
export const cascadeOutcomes = ["passed", "escalated", ...cascadeOffs] as const;

export type CascadeOutcome = (typeof cascadeOutcomes)[number];
