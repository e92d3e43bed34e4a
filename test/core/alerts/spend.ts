import type { AlertState } from "../../../core/alerts/alert-state";
import { type Step, step } from "../../../core/alerts/step";
import { minuteOf } from "../../../core/alerts/windows";

export const minuteMs = 60_000;
/** 2026-11-24T12:00:00Z. */
export const noon = Date.parse("2026-11-24T12:00:00Z");
export const noonMinute = minuteOf(noon);

/** One request: when it came in, when it was recorded, and what it cost in µUSD. */
export type Spend = { readonly at: number; readonly recordedAt: number; readonly microUsd: number };

const pico = 1_000_000n;

/** The minute totals as they stand at an instant. */
export const minutesAt = (spends: readonly Spend[], now: number): Map<number, bigint> => {
  const minutes = new Map<number, bigint>();
  for (const { at, recordedAt, microUsd } of spends) {
    if (recordedAt > now) continue;
    const minute = minuteOf(at);
    minutes.set(minute, (minutes.get(minute) ?? 0n) + BigInt(microUsd) * pico);
  }
  return minutes;
};

/** A window's sum the long way, in pUSD. */
export const sumOf = (minutes: ReadonlyMap<number, bigint>, window: number): bigint => {
  let sum = 0n;
  for (const [minute, cost] of minutes) if (minute > window - 60 && minute <= window) sum += cost;
  return sum;
};

/** An alert that is checked by hand. */
export const watch = (spends: readonly Spend[]) => {
  let state: AlertState | undefined;
  let checks = 0;
  const told: Step[] = [];
  return {
    /** @param clock - what the check's clock says, where it is wrong. */
    check(now: number, thresholdMicroUsd: number, clock = now): Step {
      checks += 1;
      const minutes = minutesAt(spends, now);
      const id = `crossing ${checks}`;
      const answer = step({ state, minutes, thresholdMicroUsd, now: clock, id });
      state = answer.state;
      told.push(answer);
      return answer;
    },
    fired: () => told.flatMap(({ crossing }) => (crossing ? [crossing] : [])),
    ended: () => told.flatMap(({ ended }) => (ended ? [ended] : [])),
    state: () => state,
  };
};
