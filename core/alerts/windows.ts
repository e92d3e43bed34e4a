const minuteMs = 60_000;

/** How many minutes the rolling window holds. */
export const windowMinutes = 60;

/**
 * How long after its last minute a window may still grow: requests count in the minute in which they
 * came in, and are recorded when they end, after ten minutes at most and the queue.
 */
export const lateMinutes = 15;

/** Windows that ended longer ago are not looked at, however long there was no check. */
export const longestGapMinutes = 1_440;

/** pUSD by the number of the minute; a minute that is not there cost nothing. */
export type MinuteCosts = ReadonlyMap<number, bigint>;

/** The number of the minute, since 1970 UTC, that holds an instant in milliseconds. */
export const minuteOf = (at: number): number => Math.floor(at / minuteMs);

/** A window is named by the number of its last minute; `from` <= t < `to` in milliseconds. */
export const windowPeriod = (window: number): { readonly from: number; readonly to: number } => ({
  from: (window - windowMinutes + 1) * minuteMs,
  to: (window + 1) * minuteMs,
});

/** The sums of the windows `from` to `to`, both included; of every other window 0. */
export const windowSums = (
  minutes: MinuteCosts,
  from: number,
  to: number,
): ((window: number) => bigint) => {
  const cost = (minute: number): bigint => minutes.get(minute) ?? 0n;
  const sums = new Map<number, bigint>();
  let sum = 0n;
  for (let minute = from - windowMinutes + 1; minute <= to; minute += 1) {
    sum += cost(minute);
    if (minute < from) continue;
    sums.set(minute, sum);
    sum -= cost(minute - windowMinutes + 1);
  }
  return (window) => sums.get(window) ?? 0n;
};
