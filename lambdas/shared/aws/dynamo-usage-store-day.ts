import { type AttributeValue, type DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import { withoutExpired } from "./dynamo-usage-store-expiry";
import { queryOf, type Stretch, sortKey } from "./dynamo-usage-store-stretch";

type RowParts = {
  readonly client: DynamoDBClient;
  readonly table: string;
  /** By which rows expire; milliseconds since 1970 UTC. @default Date.now */
  readonly now?: () => number;
};

type Item = Record<string, AttributeValue>;

/** One of the partitions that a day's rows are spread over, as far as it was read: newest first. */
type Shard = {
  readonly pk: string;
  readonly rows: Item[];
  /** Where it goes on; absent before the first read, and after the last. */
  next?: Item | undefined;
  done: boolean;
};

const readMore = async (
  { client, table, now = Date.now }: RowParts,
  shard: Shard,
  stretch: Stretch,
  count: number,
): Promise<void> => {
  const live = withoutExpired(queryOf(table, shard.pk, stretch), now());
  const page = { ...live, ScanIndexForward: false, Limit: count, ExclusiveStartKey: shard.next };
  const { Items = [], LastEvaluatedKey } = await client.send(new QueryCommand(page));
  shard.rows.push(...Items.filter((item) => sortKey(item) < stretch.below));
  shard.next = LastEvaluatedKey;
  shard.done = LastEvaluatedKey === undefined;
};

const reachedBy = ({ next = {} }: Shard): string => sortKey(next);

/**
 * The newest rows of one UTC day, over all its shards. Rows fall on shards by chance: of each somewhat
 * more than its share is read, and more of those that turn out to hold more.
 */
export const readDay = async (
  parts: RowParts,
  partitions: readonly string[],
  stretch: Stretch,
  limit: number,
): Promise<readonly Item[]> => {
  const shards: readonly Shard[] = partitions.map((pk) => ({ pk, rows: [], done: false }));
  const count = Math.ceil((limit / shards.length) * 1.15) + 8;
  let lacking = shards;
  for (;;) {
    await Promise.all(lacking.map((shard) => readMore(parts, shard, stretch, count)));
    const open = shards.filter(({ done }) => !done);
    // Older than this, an unfinished shard may hold rows that were not read.
    const horizon = open.map(reachedBy).reduce((a, b) => (a > b ? a : b), "");
    const rows = shards
      .flatMap((shard) => shard.rows)
      .filter((row) => sortKey(row) >= horizon)
      .sort((a, b) => (sortKey(a) < sortKey(b) ? 1 : -1));
    if (open.length === 0 || rows.length >= limit) return rows.slice(0, limit);
    lacking = open.filter((shard) => reachedBy(shard) === horizon);
  }
};
