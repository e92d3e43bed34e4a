import { createHash } from "node:crypto";
import type { OrganizationId, RequestId } from "../../../core/ids";
import type { CellInterval } from "../../../core/ports/usage-cells";
import type { UsagePeriod } from "../../../core/ports/usage-store";
import { type Bucket, dimensionsText, type Interval } from "../../../core/usage/bucket";
import type { DayMark } from "../../../core/usage/day-mark";

/**
 * Keys of the usage table.
 *
 * | item   | pk                                   | sk                                  |
 * | ------ | ------------------------------------ | ----------------------------------- |
 * | row    | `<org>#requests#<UTC day>#<shard>`   | the request id                      |
 * | bucket | `<org>#minute#<UTC day>`             | `<start>`                           |
 * | bucket | `<org>#hour#<UTC day>`               | `<start>#<hash of the dimensions>`  |
 * | bucket | `<org>#day#<UTC month>`              | `<start>#<hash of the dimensions>`  |
 * | use    | `<org>#keys`                         | the key's id                        |
 * | mark   | `<org>#mark#<UTC year>`              | `<start>`                           |
 * | pack   | `<org>#packed#<UTC month>`           | `<start>#<hour or day>#<part>`      |
 *
 * Days, months and years are those of the id's time or of the bucket's start; starts are ISO instants.
 */
export type UsageKey = { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } };

const dayMs = 86_400_000;
/** One partition takes 1,000 writes a second, and a transaction counts double. */
const writeShards = 4;
/** A year of hours and some days. A longer period is a caller's slip. */
const longestDays = 400;

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

const shardOf = (id: RequestId): number =>
  createHash("sha256").update(id).digest().readUInt8(0) % writeShards;

/** @param at - the time that the id carries. */
export const rowKey = (organization: OrganizationId, id: RequestId, at: number): UsageKey => ({
  pk: { S: `${organization}#requests#${isoDay(at)}#${shardOf(id)}` },
  sk: { S: id },
});

/** The partitions that hold all rows of one UTC day. */
export const rowPartitions = (organization: OrganizationId, at: number): readonly string[] =>
  Array.from(
    { length: writeShards },
    (_, shard) => `${organization}#requests#${isoDay(at)}#${shard}`,
  );

const bucketPartition = (organization: OrganizationId, interval: Interval, at: number): string =>
  `${organization}#${interval}#${interval === "day" ? isoDay(at).slice(0, 7) : isoDay(at)}`;

/** Sorts before all buckets that begin at that instant or later, after all earlier ones. */
export const bucketSortFrom = (at: number): string => new Date(at).toISOString();

// Tags may be long and hold any character, a sort key is limited to 1,024 bytes: hence the hash.
export const bucketKey = ({ organization, interval, start, dimensions }: Bucket): UsageKey => {
  const hash = createHash("sha256").update(dimensionsText(dimensions)).digest("base64url");
  const suffix = dimensions === null ? "" : `#${hash}`;
  return {
    pk: { S: bucketPartition(organization, interval, start) },
    sk: { S: `${bucketSortFrom(start)}${suffix}` },
  };
};

/**
 * The partitions that hold all buckets of a period, oldest first.
 *
 * @throws RangeError for a period above 400 days.
 */
export const bucketPartitions = (
  { organization, from, to }: UsagePeriod,
  interval: Interval,
): readonly string[] => {
  const days = (to - from) / dayMs;
  if (days > longestDays) {
    throw new RangeError(
      `a period of ${Math.ceil(days)} days is too long; ask for at most ${longestDays} at a time`,
    );
  }
  const partitions = new Set<string>();
  for (let at = startOfUtcDay(from); at < to; at += dayMs) {
    partitions.add(bucketPartition(organization, interval, at));
  }
  return [...partitions];
};

const markPartition = (organization: OrganizationId, at: number): string =>
  `${organization}#mark#${isoDay(at).slice(0, 4)}`;

export const markKey = ({ organization, start }: DayMark): UsageKey => ({
  pk: { S: markPartition(organization, start) },
  sk: { S: bucketSortFrom(start) },
});

/** @param part - from 0 on: what is larger than an item takes is cut. */
export const packKey = (
  { organization, start }: Pick<DayMark, "organization" | "start">,
  interval: CellInterval,
  part: number,
): UsageKey => ({
  pk: { S: `${organization}#packed#${isoDay(start).slice(0, 7)}` },
  sk: { S: `${bucketSortFrom(start)}#${interval}#${String(part).padStart(4, "0")}` },
});

/** The partitions that hold all marks of a period. */
export const markPartitions = ({ organization, from, to }: UsagePeriod): readonly string[] => {
  const partitions = new Set<string>();
  for (let at = startOfUtcDay(from); at < to; at += dayMs) {
    partitions.add(markPartition(organization, at));
  }
  return [...partitions];
};

export const startOfUtcDay = (at: number): number => Math.floor(at / dayMs) * dayMs;
