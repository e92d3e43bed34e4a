import type { AttributeValue, Update } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { providerIds } from "../../../core/catalog/provider-id";
import type { OrganizationId } from "../../../core/ids";
import { tasks } from "../../../core/routing/task";
import type { BucketTotals, Dimensions, Interval } from "../../../core/usage/bucket";
import { counters, totalsFrom } from "../../../core/usage/totals";
import { bucketKey } from "./dynamo-usage-store-keys";

/** Alerts look back an hour; a week of minutes is there for whoever asks what happened. */
const minutesKeptSeconds = 7 * 86_400;
const latencyPrefix = "latency";

/** A number is sent as text: 38 digits arrive as they are, where a double keeps 16. */
const number = (value: bigint | number): AttributeValue => ({ N: String(value) });

const labelsOf = ({ interval, start, dimensions }: BucketTotals): [string, AttributeValue][] => {
  const expiry = number(Math.floor(start / 1000) + minutesKeptSeconds);
  const texts = Object.entries(dimensions ?? {}).flatMap(
    ([name, value]): [string, AttributeValue][] => (value === null ? [] : [[name, { S: value }]]),
  );
  return [
    ["start", number(start)],
    ...(interval === "minute" ? [["expiresAtSeconds", expiry] as [string, AttributeValue]] : []),
    ...texts,
  ];
};

const sumsOf = ({ totals }: BucketTotals): [string, AttributeValue][] =>
  [
    ...counters.map((counter): [string, bigint] => [counter, totals[counter]]),
    ...[...totals.latency].map(([bin, n]): [string, bigint] => [`${latencyPrefix}${bin}`, n]),
  ]
    .filter(([, sum]) => sum !== 0n)
    .map(([name, sum]) => [name, number(sum)]);

/** Adds totals to a bucket, which begins to exist with its first. */
export const updateOf = (TableName: string, bucket: BucketTotals): Update => {
  const names: Record<string, string> = {};
  const values: Record<string, AttributeValue> = {};
  const place = ([name, value]: [string, AttributeValue]): [string, string] => {
    const n = Object.keys(names).length;
    names[`#${n}`] = name;
    values[`:${n}`] = value;
    return [`#${n}`, `:${n}`];
  };
  const labels = labelsOf(bucket).map(place);
  const sums = sumsOf(bucket).map(place);
  const set = labels.map((pair) => pair.join("=")).join();
  const add = sums.map((pair) => pair.join(" ")).join();
  return {
    TableName,
    Key: bucketKey(bucket),
    UpdateExpression: `SET ${set} ADD ${add}`,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
  };
};

const text = z.object({ S: z.string() }).transform(({ S }) => S);
const labelsSchema = z.object({
  start: z.object({ N: z.coerce.number().int() }).transform(({ N }) => N),
  customer: text.nullable().default(null),
  feature: text.nullable().default(null),
  model: text.nullable().default(null),
  provider: text.pipe(z.enum(providerIds)).nullable().default(null),
  key: text.optional(),
  task: text.pipe(z.enum(tasks)).nullable().default(null),
});

type Labels = { readonly start: number; readonly dimensions: Dimensions | null };

const names = ["customer", "feature", "model", "provider", "key", "task"] as const;
const knownDimensions = new Map<string, Dimensions | null>();
const mostKnown = 50_000;

const readLabels = (item: Record<string, AttributeValue>): Labels => {
  const { start, key, ...labels } = labelsSchema.parse(item);
  return { start, dimensions: key === undefined ? null : { ...labels, key } };
};

/** The schema takes most of the time of a large answer: dimensions that it has seen are taken as seen. */
const labelsIn = (item: Record<string, AttributeValue>): Labels => {
  const text = JSON.stringify(names.map((name) => item[name]?.S ?? null));
  const known = knownDimensions.get(text);
  const start = Number(item.start?.N);
  if (known !== undefined && Number.isSafeInteger(start)) return { start, dimensions: known };
  const read = readLabels(item);
  if (knownDimensions.size >= mostKnown) knownDimensions.clear();
  knownDimensions.set(text, read.dimensions);
  return read;
};

/** The totals in a bucket read back. Throws where the item is not one of ours. */
export const bucketTotalsOf = (
  organization: OrganizationId,
  interval: Interval,
  item: Record<string, AttributeValue>,
): BucketTotals => {
  const { start, dimensions } = labelsIn(item);
  const latency = new Map<number, bigint>();
  for (const [name, value] of Object.entries(item)) {
    if (!name.startsWith(latencyPrefix)) continue;
    latency.set(Number(name.slice(latencyPrefix.length)), BigInt(value.N ?? 0));
  }
  const totals = totalsFrom((counter) => BigInt(item[counter]?.N ?? 0), latency);
  return { organization, interval, start, dimensions, totals };
};
