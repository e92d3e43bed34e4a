import type { CustomerSpend } from "../../../core/ports/alert-store";
import type { UsagePeriod, UsageReader } from "../../../core/ports/usage-store";

export type TopCustomers = {
  /** Largest first; who spent nothing is left out. */
  readonly customers: readonly CustomerSpend[];
  readonly exact: boolean;
};

/** As many as a letter can show. */
const shown = 5;
const pageSize = 1_000;
/** So many rows are some 10 MB, read in seconds; more would keep the e-mail waiting. */
const mostRows = 10_000;
/** Hours begin on the organization's clock: up to one before the period, wherever it is. */
const hourMs = 3_600_000;

type Sums = Map<string | null, bigint>;

const add = (sums: Sums, customer: string | null, cost: bigint): void => {
  sums.set(customer, (sums.get(customer) ?? 0n) + cost);
};

const largest = (sums: Sums): readonly CustomerSpend[] =>
  [...sums]
    .map(([customer, cost]) => ({ customer, cost }))
    .filter(({ cost }) => cost > 0n)
    .sort((a, b) => (a.cost < b.cost ? 1 : -1))
    .slice(0, shown);

const fromRows = async (usage: UsageReader, period: UsagePeriod): Promise<Sums> => {
  const sums: Sums = new Map();
  let cursor: string | undefined;
  do {
    const { events, next } = await usage.requests(period, pageSize, cursor);
    for (const { tags, cost } of events) add(sums, tags.customer ?? null, BigInt(cost ?? 0));
    cursor = next;
  } while (cursor !== undefined);
  return sums;
};

/** The hours that overlap the period, each customer's share of them as one of the period's sum. */
const fromHours = async (usage: UsageReader, period: UsagePeriod, sum: bigint): Promise<Sums> => {
  const hours = await usage.totals({ ...period, from: period.from - hourMs + 1 }, "hour");
  const sums: Sums = new Map();
  let whole = 0n;
  for (const { dimensions, totals } of hours) {
    add(sums, dimensions?.customer ?? null, totals.cost);
    whole += totals.cost;
  }
  if (whole === 0n) return new Map();
  return new Map([...sums].map(([customer, cost]) => [customer, (cost * sum) / whole]));
};

/**
 * Who spent most of a period of about an hour: from the requests themselves, or, where there are more
 * than 10,000, by the hours that the period lies in, and then not exact.
 */
export const findTopCustomers = async (
  usage: UsageReader,
  period: UsagePeriod,
): Promise<TopCustomers> => {
  const minutes = await usage.totals(period, "minute");
  const requests = minutes.reduce((count, { totals }) => count + totals.requests, 0n);
  if (requests <= BigInt(mostRows)) {
    return { customers: largest(await fromRows(usage, period)), exact: true };
  }
  const sum = minutes.reduce((total, { totals }) => total + totals.cost, 0n);
  return { customers: largest(await fromHours(usage, period, sum)), exact: false };
};
