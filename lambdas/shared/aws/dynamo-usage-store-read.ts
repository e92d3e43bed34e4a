import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  paginateQuery,
  type QueryCommandInput,
} from "@aws-sdk/client-dynamodb";
import type {
  RequestCursor,
  RequestPage,
  UsagePeriod,
  UsageReader,
} from "../../../core/ports/usage-store";
import { type BucketTotals, type Interval, sortBuckets } from "../../../core/usage/bucket";
import { firstIdAt, requestTime } from "../../../core/usage/request-time";
import { bucketTotalsOf } from "./dynamo-usage-store-bucket";
import { readDay } from "./dynamo-usage-store-day";
import { hasExpired } from "./dynamo-usage-store-expiry";
import {
  bucketPartitions,
  bucketSortFrom,
  rowKey,
  rowPartitions,
  startOfUtcDay,
} from "./dynamo-usage-store-keys";
import { readLastUsed } from "./dynamo-usage-store-last-used";
import { eventOf } from "./dynamo-usage-store-row";
import { queryOf, sortKey } from "./dynamo-usage-store-stretch";

export type ReadParts = {
  readonly client: DynamoDBClient;
  readonly table: string;
  /** By which rows expire; milliseconds since 1970 UTC. @default Date.now */
  readonly now?: () => number;
  /** Totals are read as of the last write, at twice the price. */
  readonly consistent?: boolean;
};

type Item = Record<string, AttributeValue>;

const dayMs = 86_400_000;
/** Days that one page looks through before it is handed over, however few requests it found. */
const daysPerPage = 31;
const partitionsAtOnce = 16;

/** All items of a stretch, page by page: an answer ends at one megabyte. */
const readItems = async (
  client: DynamoDBClient,
  query: QueryCommandInput,
  below: string,
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  for await (const { Items = [] } of paginateQuery({ client }, query)) {
    items.push(...Items.filter((item) => sortKey(item) < below));
  }
  return items;
};

/** Walks back day by day from the cursor, or from the period's end, until the page is full. */
const readPage = async (
  parts: ReadParts,
  { organization, from, to }: UsagePeriod,
  limit: number,
  cursor: RequestCursor | undefined,
): Promise<RequestPage> => {
  const end = firstIdAt(to);
  const below = cursor !== undefined && cursor < end ? cursor : end;
  const newest = requestTime(below);
  if (newest === undefined) {
    throw new RangeError(`cursor ${below} is none of ours; give back the one of the page before`);
  }
  const stretch = { from: firstIdAt(from), below };
  const items: Item[] = [];
  let day = startOfUtcDay(newest);
  for (const stop = day - daysPerPage * dayMs; day > stop; day -= dayMs) {
    if (day + dayMs <= from || stretch.from >= below) return { events: items.map(eventOf) };
    const partitions = rowPartitions(organization, day);
    // One more than asked for tells whether there is another page.
    const wanted = limit + 1 - items.length;
    items.push(...(await readDay(parts, partitions, stretch, wanted)));
    if (items.length > limit) {
      const page = items.slice(0, limit);
      return { events: page.map(eventOf), next: sortKey(page[limit - 1] ?? {}) };
    }
  }
  return { events: items.map(eventOf), next: firstIdAt(Math.max(0, day + dayMs)) };
};

const readTotals = async (
  { client, table, consistent = false }: ReadParts,
  period: UsagePeriod,
  interval: Interval,
): Promise<readonly BucketTotals[]> => {
  const stretch = { from: bucketSortFrom(period.from), below: bucketSortFrom(period.to) };
  const partitions = bucketPartitions(period, interval);
  const found: BucketTotals[] = [];
  for (let first = 0; first < partitions.length; first += partitionsAtOnce) {
    const answers = await Promise.all(
      partitions.slice(first, first + partitionsAtOnce).map((pk) => {
        const query = { ...queryOf(table, pk, stretch), ConsistentRead: consistent };
        return readItems(client, query, stretch.below);
      }),
    );
    for (const item of answers.flat()) {
      found.push(bucketTotalsOf(period.organization, interval, item));
    }
  }
  return sortBuckets(found);
};

/** The reading half of the store. */
export const createDynamoUsageReader = (parts: ReadParts): UsageReader => ({
  async find(organization, id) {
    const at = requestTime(id);
    if (at === undefined) return undefined;
    const Key = rowKey(organization, id, at);
    const { Item } = await parts.client.send(new GetItemCommand({ TableName: parts.table, Key }));
    return Item && !hasExpired(Item, (parts.now ?? Date.now)()) ? eventOf(Item) : undefined;
  },
  requests: (period, limit, cursor) => readPage(parts, period, limit, cursor),
  totals: (period, interval) => readTotals(parts, period, interval),
  lastUsed: (organization) => readLastUsed(parts, organization),
});
