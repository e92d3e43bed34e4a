import type { AlertAnswer } from "../../../../core/contract/alerts";

export type WindowMinute = {
  /** ISO text. */
  readonly start: string;
  /** pUSD of this minute alone. */
  readonly cost: bigint;
  /** pUSD from the window's first minute to this one; of the last it is the window's sum. */
  readonly sum: bigint;
  /** It has not ended: more may come. */
  readonly isRunning: boolean;
};

/** The window's minutes, oldest first, each with what was spent up to it. */
export const windowMinutes = (minutes: AlertAnswer["minutes"]): readonly WindowMinute[] => {
  let sum = 0n;
  return minutes.map(({ start, cost }, index) => {
    sum += BigInt(cost);
    return { start, cost: BigInt(cost), sum, isRunning: index === minutes.length - 1 };
  });
};

const minuteMs = 60_000;

/** The window as the page of requests takes it. */
export const windowSearch = (minutes: AlertAnswer["minutes"]): string => {
  const [first, last] = [minutes[0], minutes.at(-1)];
  if (!first || !last) return "";
  return periodSearch(Date.parse(first.start), Date.parse(last.start) + minuteMs);
};

/**
 * The hour that made the alert fire, up to the minute in which it was seen.
 *
 * @param at - when it fired, ISO text.
 */
export const crossingSearch = (at: string): string => {
  const to = (Math.floor(Date.parse(at) / minuteMs) + 1) * minuteMs;
  return periodSearch(to - 60 * minuteMs, to);
};

const periodSearch = (from: number, to: number): string =>
  new URLSearchParams({
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  }).toString();
