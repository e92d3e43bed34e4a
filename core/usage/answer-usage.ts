import type { ProviderUsage } from "./provider-usage";
import type { UsageEvent } from "./usage-event";

/** What the answer that the caller got used, without what a discarded answer did. */
export const answerUsage = (event: UsageEvent): ProviderUsage => {
  const { attempts } = event;
  const discarded = attempts.some(({ check }) => check === "failed");
  const given = attempts.findLast(
    ({ outcome, check }) => outcome === "answered" && check !== "failed",
  );
  const { units, serviceTier } = discarded && given?.tokens ? given : event;
  return {
    tokens: (discarded ? given?.tokens : undefined) ?? event.tokens,
    ...(units && { units }),
    ...(serviceTier !== undefined && { serviceTier }),
  };
};
