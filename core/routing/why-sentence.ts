import type { Attempt, UsageEvent } from "../usage/usage-event";
import { acceptedQuality } from "./mode";

type Told = Pick<
  UsageEvent,
  "requested" | "reason" | "used" | "routing" | "attempts" | "mode" | "candidates" | "cascade"
>;

const outcomes: Partial<Record<Attempt["outcome"], string>> = {
  refused: "refused",
  unreachable: "could not be reached",
  timeout: "took too long",
  interrupted: "broke off",
};

/** What became of an attempt that did not answer, such as `refused with 429 (rate_limited)`. */
const failureOf = ({ outcome, status, errorCode }: Attempt): string => {
  const code = errorCode === undefined ? "" : ` (${errorCode})`;
  return `${outcomes[outcome] ?? outcome}${status === undefined ? "" : ` with ${status}`}${code}`;
};

const nameOf = ({ provider, model }: { provider: string; model: string }): string =>
  `${provider}/${model}`;

/** Who was tried before, where somebody else answered in the end. */
const fallbackOf = ({ used, routing, attempts, cascade }: Told): string => {
  if (!used || cascade || routing?.choice === undefined || nameOf(used) === routing.choice) {
    return "";
  }
  const failed = attempts.filter(({ outcome }) => outcomes[outcome] !== undefined);
  const told = failed.map((attempt) => `${nameOf(attempt)} ${failureOf(attempt)}`);
  if (told.length === 0) return "";
  return `; ${told.join(", ")}, so ${nameOf(used)} answered`;
};

/**
 * Why a request was answered by this model, in one sentence: what was asked for, what the decision
 * found, and who had to stand in where the choice failed. Null where nothing was decided.
 */
export const whySentence = (event: Told): string | null =>
  event.reason === undefined
    ? null
    : `Asked for ${event.requested}; ${event.reason}${fallbackOf(event)}`;

/** The percent of the reference's quality that had to be reached; null where none was held to it. */
export const barOf = ({ mode, candidates }: Told): number | null =>
  mode === undefined || candidates.length === 0 ? null : Math.round(acceptedQuality[mode] * 100);
