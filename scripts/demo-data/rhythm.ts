import { startOfLocalDay } from "../../core/usage/time-zone";
import { chanceOf } from "./chance";

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** How busy each hour of a working day is, from midnight on. */
const byHour = [
  2, 1.5, 1, 1, 1, 2, 4, 9, 22, 38, 44, 42, 30, 38, 45, 44, 38, 28, 16, 11, 9, 8, 6, 4,
] as const;
const busiestHour = 45;
/** Sunday first. */
const byWeekday = [0.22, 1, 1.08, 1.1, 1.05, 0.9, 0.28] as const;
const weekdayMean = byWeekday.reduce((sum, share) => sum + share, 0) / byWeekday.length;

export type Rhythm = {
  readonly seed: string;
  readonly timeZone: string;
  /** Requests of a mean day. */
  readonly perDay: number;
};

/** How many requests a day has, by its weekday and by chance: `dayStart` is a start of a UTC day. */
export const requestsOn = ({ seed, perDay }: Rhythm, dayStart: number): number => {
  const share = byWeekday[new Date(dayStart).getUTCDay()] ?? 1;
  return Math.round(chanceOf(seed, "day", dayStart).around(perDay * (share / weekdayMean), 0.06));
};

/** When the `serial`-th request of a UTC day comes: mostly within the zone's business hours. */
export const timeOf = ({ seed, timeZone }: Rhythm, dayStart: number, serial: number): number => {
  const chance = chanceOf(seed, "time", dayStart, serial);
  for (;;) {
    const at = dayStart + Math.floor(chance.next() * dayMs);
    const hour = Math.floor((at - startOfLocalDay(timeZone, at)) / hourMs);
    if (chance.happens((byHour[hour] ?? 1) / busiestHour)) return at;
  }
};

/** The UTC days that a period touches, by their starts. */
export const utcDaysOf = (from: number, to: number): readonly number[] => {
  const first = Math.floor(from / dayMs) * dayMs;
  return Array.from({ length: Math.ceil((to - first) / dayMs) }, (_, n) => first + n * dayMs);
};
