import type { Figures } from "./figures";

/** What was promised, and what came of it. */
export type Verdict = {
  readonly goal: string;
  readonly limit: string;
  readonly figure: string;
  readonly met: boolean;
  /** Not a matter of speed: what is missed here makes the other figures worthless. */
  readonly correctness?: boolean;
};

const atMost = (
  goal: string,
  value: number,
  most: number,
  unit: string,
  digits: number,
): Verdict => ({
  goal,
  limit: `<= ${most} ${unit}`,
  figure: `${value.toFixed(digits)} ${unit}`,
  met: value <= most,
});

const megabytes = (bytes: number) => bytes / 1_000_000;

/** Holds the figures to the project's goals. "Added" is beside calling the upstream directly. */
export const judge = (figures: Figures): readonly Verdict[] => {
  const { targets, residentBytes, product, firstAnswers, recorded } = figures;
  const { direct, gateway } = targets;
  const rate = gateway.saturated.requestsPerSecond;
  const failures = direct.failures + targets.passThrough.failures + gateway.failures;
  const added = (part: "sequential" | "firstEvent", share: "p50" | "p99") =>
    gateway[part][share] - direct[part][share];
  return [
    atMost("added latency, median, one connection", added("sequential", "p50"), 0.6, "ms", 2),
    atMost("added latency, p99, one connection", added("sequential", "p99"), 3, "ms", 2),
    atMost("added time to first event, median", added("firstEvent", "p50"), 0.7, "ms", 2),
    {
      goal: "JSON requests per second, 64 connections",
      limit: ">= 3000",
      figure: rate.toFixed(0),
      met: rate >= 3_000,
    },
    atMost("gap between streamed events, p99", gateway.gaps.p99, 10, "ms", 1),
    atMost("resident memory, gateway", megabytes(residentBytes), 160, "MB", 0),
    ...(product
      ? [atMost("resident memory, npm start", megabytes(product.residentBytes), 160, "MB", 0)]
      : []),
    atMost("first answer after npm start", firstAnswers.compiledMs / 1_000, 1.5, "s", 2),
    {
      goal: "failed requests",
      limit: "0",
      figure: String(failures),
      met: failures === 0,
      correctness: true,
    },
    {
      goal: "rows of the requests taken",
      limit: String(recorded.requests),
      figure: String(recorded.rows),
      met: recorded.rows === recorded.requests && recorded.totals === recorded.requests,
      correctness: true,
    },
  ];
};
