import type { OrganizationId } from "../../core/ids";
import type { UsagePacks } from "../../core/ports/usage-cells";
import type { UsageMarks, UsageReader } from "../../core/ports/usage-store";
import { packDay } from "../../core/usage/cells/pack-day";
import type { DayMark } from "../../core/usage/day-mark";
import { startOfLocalDay } from "../../core/usage/time-zone";
import type { UsageEvent } from "../../core/usage/usage-event";

export type DayPackerParts = {
  readonly marks: UsageMarks;
  readonly packs: Pick<UsagePacks, "write">;
  /** Must read as of the last write. */
  readonly consistent: Pick<UsageReader, "totals">;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
};

/** What this process knows of an organization's days. */
type Known = {
  /** The start of the newest day that it saw. */
  newest: number;
  nextLookAt: number;
  /** Days that could not be packed, with the requests that they had. */
  readonly unpackable: Map<number, number>;
};

const dayMs = 86_400_000;
/** A day that is added to after so long is read by its buckets for good. */
const daysBack = 40;
/** Late requests come with any batch: their days are not packed anew for each. */
const lookEveryMs = 10 * 60_000;
const mostOrganizations = 10_000;

const newestDays = (events: readonly UsageEvent[]): ReadonlyMap<OrganizationId, number> => {
  const newest = new Map<OrganizationId, number>();
  for (const { organization, timeZone, at } of events) {
    const start = startOfLocalDay(timeZone, at);
    if (start > (newest.get(organization) ?? 0)) newest.set(organization, start);
  }
  return newest;
};

/**
 * Packs days that are over, as the requests of a later day come in: at most one day of an organization at
 * each call, some hundred milliseconds, the newest first. A day that a request came to since is packed
 * again. Two recorders that pack the same day write the same.
 */
export const createDayPacker = ({ marks, packs, consistent, now }: DayPackerParts) => {
  const known = new Map<OrganizationId, Known>();

  const pack = async (mark: DayMark): Promise<boolean> => {
    const { organization, start, hours } = mark;
    const read = (from: number, to: number, interval: "hour" | "day") =>
      consistent.totals({ organization, from, to }, interval);
    const starts = [...hours.keys()];
    const [day, inHours] = await Promise.all([
      read(start, start + 1, "day"),
      starts.length === 0 ? [] : read(Math.min(...starts), Math.max(...starts) + 1, "hour"),
    ]);
    const packed = packDay(mark, day, inHours);
    if (packed) await packs.write(mark, packed);
    return packed !== undefined;
  };

  const look = async (organization: OrganizationId, one: Known): Promise<void> => {
    const period = { organization, from: one.newest - daysBack * dayMs, to: one.newest };
    const due = (await marks.marks(period))
      .filter(({ packed, requests }) => packed !== requests)
      .filter(({ start, requests }) => one.unpackable.get(start) !== requests)
      .sort((a, b) => b.start - a.start);
    const [mark] = due;
    one.nextLookAt = due.length > 1 ? now() : now() + lookEveryMs;
    if (mark && !(await pack(mark))) one.unpackable.set(mark.start, mark.requests);
  };

  return async (events: readonly UsageEvent[]): Promise<void> => {
    for (const [organization, start] of newestDays(events)) {
      const one = known.get(organization) ?? { newest: 0, nextLookAt: 0, unpackable: new Map() };
      if (start <= one.newest && now() < one.nextLookAt) continue;
      one.newest = Math.max(one.newest, start);
      if (known.size >= mostOrganizations) known.clear();
      known.set(organization, one);
      await look(organization, one);
    }
  };
};
