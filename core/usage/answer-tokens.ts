import type { TokenBuckets } from "./token-buckets";
import type { UsageEvent } from "./usage-event";

/** The tokens of the answer that the caller got, without those of an answer that was discarded. */
export const answerTokens = ({ attempts, tokens }: UsageEvent): TokenBuckets => {
  const discarded = attempts.some(({ check }) => check === "failed");
  const given = attempts.findLast(
    ({ outcome, check }) => outcome === "answered" && check !== "failed",
  );
  return (discarded ? given?.tokens : undefined) ?? tokens;
};
