import { RequestError } from "../../errors";
import { startOfLocalHour } from "../time-zone";
import { nextLocalHour, type Period } from "./calendar";

type Given = { readonly from?: number | undefined; readonly to?: number | undefined };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const defaultDays = 7;
const longestDays = 400;
/** So many days on a zone's clock may last an hour longer. */
const longestMs = longestDays * dayMs + hourMs;
/** Zones are reckoned with from 1973 on; later years than these have more than four digits. */
const earliest = Date.UTC(1973, 0, 1);
const latest = Date.UTC(9999, 0, 1);

const refuse = (field: "from" | "to", problem: string): RequestError =>
  new RequestError(400, "invalid_period", `${field} ${problem}`, { param: `query.${field}` });

/** The instant itself where an hour of the zone begins, else the next such. */
const endOfLocalHour = (timeZone: string, at: number): number =>
  startOfLocalHour(timeZone, at) === at ? at : nextLocalHour(timeZone, at);

const checkBounds = (field: "from" | "to", at: number): void => {
  if (at < earliest) throw refuse(field, "is before 1973; ask for a later time");
  if (at > latest) throw refuse(field, "is after the year 9998; ask for an earlier time");
};

/**
 * The period that is answered for: `from` taken back to a whole hour of the zone, `to` on to one.
 * Without `to` it ends with the present hour, without `from` it is seven days long.
 *
 * @param nowMs - milliseconds since 1970 UTC.
 * @throws RequestError 400 that names the field where the period is empty, longer than 400 days or
 *   out of time.
 */
export const readPeriod = (given: Given, timeZone: string, nowMs: number): Period => {
  const askedTo = given.to ?? nowMs;
  checkBounds("to", askedTo);
  const to = given.to === undefined ? nextLocalHour(timeZone, nowMs) : askedTo;
  const askedFrom = given.from ?? to - defaultDays * dayMs;
  checkBounds("from", askedFrom);
  if (askedFrom >= to) throw refuse("from", "is not before to; ask for a period that is not empty");
  if (to - askedFrom > longestMs) {
    throw refuse("from", `is more than ${longestDays} days before to; ask for a shorter period`);
  }
  return { from: startOfLocalHour(timeZone, askedFrom), to: endOfLocalHour(timeZone, to) };
};
