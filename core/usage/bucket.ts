import type { ProviderId } from "../catalog/provider-id";
import type { OrganizationId } from "../ids";
import type { Task } from "../routing/task";
import type { UsageTotals } from "./totals";

/** Minutes are counted per organization only, for rolling alerts; hours and days by dimensions. */
export const intervals = ["minute", "hour", "day"] as const;

export type Interval = (typeof intervals)[number];

/** What spend is broken down by. Null is a value of its own: untagged, or no provider reached. */
export type Dimensions = {
  readonly customer: string | null;
  readonly feature: string | null;
  readonly model: string | null;
  readonly provider: ProviderId | null;
  readonly key: string;
  readonly task: Task | null;
};

/** One cell of the rollups. */
export type Bucket = {
  readonly organization: OrganizationId;
  readonly interval: Interval;
  /** Milliseconds since 1970 UTC at which it begins: for hours and days in the zone's own clock. */
  readonly start: number;
  /** Null for minutes. */
  readonly dimensions: Dimensions | null;
};

/** What is to be added to a bucket, or what it holds. */
export type BucketTotals = Bucket & { readonly totals: UsageTotals };

/** The dimensions in one text: equal texts are equal dimensions, and null equals no string. */
export const dimensionsText = (dimensions: Dimensions | null): string =>
  dimensions === null
    ? ""
    : JSON.stringify([
        dimensions.customer,
        dimensions.feature,
        dimensions.model,
        dimensions.provider,
        dimensions.key,
        dimensions.task,
      ]);

/** A bucket's identity in one text. */
export const bucketText = (bucket: Bucket): string =>
  [bucket.organization, bucket.interval, bucket.start, dimensionsText(bucket.dimensions)].join(" ");

/** Oldest first; buckets of one start in an order that is the same everywhere. */
export const sortBuckets = <B extends Bucket>(buckets: readonly B[]): B[] =>
  buckets
    // A text is made once for each, not for each comparison.
    .map((bucket) => ({ bucket, text: bucketText(bucket) }))
    .sort((a, b) => {
      if (a.bucket.start !== b.bucket.start) return a.bucket.start - b.bucket.start;
      return a.text < b.text ? -1 : 1;
    })
    .map(({ bucket }) => bucket);
