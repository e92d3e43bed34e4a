import type { BucketTotals, Interval } from "../../core/usage/bucket";
import { binOf } from "../../core/usage/histogram";
import { counters } from "../../core/usage/totals";
import type { UsageEvent } from "../../core/usage/usage-event";

/** A bucket's sums by its name in words: the plainest form in which two tellings can be compared. */
export type Tally = Record<string, Record<string, bigint>>;

/** Which minute, hour or day an instant is in, as a wall clock with its offset would say it. */
const clockText = (interval: Interval, timeZone: string, at: number): string => {
  if (interval === "minute") return new Date(at).toISOString().slice(0, 16);
  const local = new Date(at).toLocaleString("sv-SE", { timeZone, timeZoneName: "longOffset" });
  if (interval === "day") return local.slice(0, 10);
  return `${local.slice(0, 13)} ${local.slice(local.indexOf("GMT"))}`;
};

const add = (tally: Tally, cell: string, name: string, value: bigint): void => {
  const sums = tally[cell] ?? {};
  tally[cell] = { ...sums, [name]: (sums[name] ?? 0n) + value };
};

const countsOf = (event: UsageEvent): Record<string, bigint> => ({
  requests: 1n,
  errors: BigInt(event.outcome === "error" || event.outcome === "timeout"),
  cancelled: BigInt(event.outcome === "cancelled"),
  ...Object.fromEntries(Object.entries(event.tokens).map(([name, n]) => [name, BigInt(n)])),
  cost: BigInt(event.cost ?? 0),
  referenceCost: BigInt(event.referenceCost ?? 0),
  saved: BigInt(event.saved ?? 0),
  unpriced: BigInt(event.cost === null),
  unknownSaving: BigInt(event.saved === null),
  [`latency ${binOf(event.latencyMs)}`]: 1n,
});

/** What the events amount to, counted one by one and by the zone's wall clock. */
export const tallyOfEvents = (
  events: readonly UsageEvent[],
  interval: Interval,
  timeZone: string,
): Tally => {
  const tally: Tally = {};
  for (const event of events) {
    const { customer, feature } = event.tags;
    const { used, key, task } = event;
    const dimensions = [customer, feature, used?.model, used?.provider, key, task];
    const words = interval === "minute" ? "" : JSON.stringify(dimensions.map((d) => d ?? null));
    const cell = `${clockText(interval, timeZone, event.at)} ${words}`;
    for (const [name, value] of Object.entries(countsOf(event))) add(tally, cell, name, value);
  }
  return tally;
};

/** What a store tells, in the same words. */
export const tallyOfTotals = (totals: readonly BucketTotals[], timeZone: string): Tally => {
  const tally: Tally = {};
  for (const { interval, start, dimensions, totals: sums } of totals) {
    const d = dimensions;
    const words = d
      ? JSON.stringify([d.customer, d.feature, d.model, d.provider, d.key, d.task])
      : "";
    const cell = `${clockText(interval, timeZone, start)} ${words}`;
    if (tally[cell]) throw new Error(`bucket ${cell} was told twice`);
    for (const counter of counters) add(tally, cell, counter, sums[counter]);
    for (const [bin, count] of sums.latency) add(tally, cell, `latency ${bin}`, count);
  }
  return tally;
};
