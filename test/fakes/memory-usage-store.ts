import type { KeyId, OrganizationId } from "../../core/ids";
import type { UsageCells } from "../../core/ports/usage-cells";
import type { UsageStore } from "../../core/ports/usage-store";
import { type BucketTotals, bucketText, sortBuckets } from "../../core/usage/bucket";
import { firstIdAt } from "../../core/usage/request-time";
import { mergeBuckets, rollUp } from "../../core/usage/rollup";
import type { UsageEvent } from "../../core/usage/usage-event";
import { cellsOfTotals } from "./cells-of-totals";

const dayMs = 86_400_000;

/**
 * A usage store for tests: everything in maps, no failure, no delay.
 *
 * @param now - by which rows expire. @default no time passes
 */
export const createMemoryUsageStore = (now: () => number = () => 0): UsageStore & UsageCells => {
  const used = new Map<OrganizationId, Map<KeyId, number>>();
  const noteUse = ({ organization, key, at }: UsageEvent) => {
    const keys = used.get(organization) ?? new Map<KeyId, number>();
    used.set(organization, keys.set(key, Math.max(at, keys.get(key) ?? 0)));
  };
  const isKept = ({ at, retentionDays = Number.POSITIVE_INFINITY }: UsageEvent): boolean =>
    at + retentionDays * dayMs > now();
  const rows = new Map<string, UsageEvent>();
  const buckets = new Map<string, BucketTotals>();
  const rowText = (event: Pick<UsageEvent, "organization" | "id">): string =>
    `${event.organization} ${event.id}`;

  const store: UsageStore = {
    record: async (events) => {
      const fresh = new Map<string, UsageEvent>();
      for (const event of events) {
        const text = rowText(event);
        if (!rows.has(text) && !fresh.has(text)) fresh.set(text, event);
      }
      for (const [text, event] of fresh) rows.set(text, event);
      events.forEach(noteUse);
      for (const added of mergeBuckets([...buckets.values(), ...rollUp([...fresh.values()])])) {
        buckets.set(bucketText(added), added);
      }
      return { recorded: fresh.size, duplicates: events.length - fresh.size };
    },
    find: async (organization, id) => {
      const event = rows.get(rowText({ organization, id }));
      return event && isKept(event) ? event : undefined;
    },
    requests: async ({ organization, from, to }, limit, cursor) => {
      const below = cursor ?? firstIdAt(to);
      const found = [...rows.values()]
        .filter((event) => event.organization === organization && isKept(event))
        .filter(({ id }) => id >= firstIdAt(from) && id < below)
        .sort((a, b) => (a.id < b.id ? 1 : -1));
      const events = found.slice(0, limit);
      const last = events.at(-1);
      return { events, ...(found.length > limit && last ? { next: last.id } : {}) };
    },
    totals: async ({ organization, from, to }, interval) =>
      sortBuckets(
        [...buckets.values()]
          .filter((bucket) => bucket.organization === organization && bucket.interval === interval)
          .filter(({ start }) => start >= from && start < to),
      ),
    lastUsed: async (organization) => new Map(used.get(organization)),
  };
  return { ...store, ...cellsOfTotals(store) };
};
