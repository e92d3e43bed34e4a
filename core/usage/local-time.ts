import { offsetAt } from "./time-zone";

const minuteMs = 60_000;
const two = (number: number): string => String(number).padStart(2, "0");

/** An instant on a zone's clock, such as `2026-11-24T19:33:07.123+05:30`. */
export const localTime = (timeZone: string, at: number): string => {
  const offset = offsetAt(timeZone, at);
  const minutes = Math.round(Math.abs(offset) / minuteMs);
  const sign = offset < 0 ? "-" : "+";
  const wall = new Date(at + offset).toISOString().slice(0, -1);
  return `${wall}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};
