import type { RequestDetail } from "./detail-parts";

export type Attempt = RequestDetail["attempts"][number];

const outcomes: Readonly<Record<string, string>> = {
  answered: "answered",
  refused: "refused",
  unreachable: "could not be reached",
  timeout: "took too long",
  interrupted: "broke off",
  cancelled: "cancelled",
};

/** "refused with 429 (rate_limited)"; in a cascade also whether the answer did. */
export const attemptWords = ({ outcome, status, errorCode, check }: Attempt): string => {
  const failed = outcome !== "answered";
  const withStatus = failed && status !== null ? ` with ${status}` : "";
  const code = errorCode === null ? "" : ` (${errorCode})`;
  const checked = check === null ? "" : `; its answer ${check} the check`;
  return `${outcomes[outcome] ?? outcome}${withStatus}${code}${checked}`;
};

export type Bar = {
  /** Percent of the whole request's time. */
  readonly start: number;
  readonly length: number;
  /** Undefined: there was none. */
  readonly firstToken: number | undefined;
};

const percentOf = (part: number, whole: number): number =>
  whole <= 0 ? 0 : Math.min(100, Math.max(0, (part / whole) * 100));

/** Where an attempt lies in its request's time. @param totalMs - milliseconds, of all attempts. */
export const attemptBar = (attempt: Attempt, totalMs: number): Bar => {
  const { startedMs, durationMs, firstTokenMs } = attempt;
  const start = percentOf(startedMs, totalMs);
  return {
    start,
    length: Math.min(percentOf(durationMs, totalMs), 100 - start),
    firstToken: firstTokenMs === null ? undefined : percentOf(firstTokenMs, durationMs),
  };
};

/** How long a request took by its attempts and by its own clock. */
export const wholeTime = (attempts: readonly Attempt[], latencyMs: number): number =>
  Math.max(latencyMs, ...attempts.map(({ startedMs, durationMs }) => startedMs + durationMs));
