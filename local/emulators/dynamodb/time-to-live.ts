import type { Store, Table } from "dynalite/db/index.js";
import * as z from "zod";
import { EmulatorError } from "../emulator-error";
import { type Operations, operation } from "../operation";

const keyOf = (table: string): string => `ttl~${table}`;
const settingSchema = z.object({ attribute: z.string() });
const expirySchema = z.object({ N: z.coerce.number() });
const itemSchema = z.record(z.string(), z.unknown());

/** Items that expired longer ago than this are kept: the number was hardly meant as a time. */
const fiveYearsSeconds = 5 * 365 * 86_400;

const describeTable = (store: Store, name: string): Promise<Table> =>
  new Promise((resolve, reject) => {
    store.getTable(name, (_error, table) => {
      if (table) resolve(table);
      else {
        reject(
          new EmulatorError(
            "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException",
            `Requested resource not found: Table: ${name} not found`,
          ),
        );
      }
    });
  });

const readAttribute = async (store: Store, table: string): Promise<string | undefined> => {
  const setting = await store.db.get(keyOf(table));
  return setting === undefined ? undefined : settingSchema.parse(setting).attribute;
};

/** UpdateTimeToLive and DescribeTimeToLive; the setting lives in the database itself. */
export const timeToLiveOperations = (store: Store): Operations => ({
  UpdateTimeToLive: operation(
    z.object({
      TableName: z.string(),
      TimeToLiveSpecification: z.object({
        AttributeName: z.string().min(1).max(255),
        Enabled: z.boolean(),
      }),
    }),
    async ({ TableName, TimeToLiveSpecification }) => {
      await describeTable(store, TableName);
      const { AttributeName, Enabled } = TimeToLiveSpecification;
      const isEnabled = (await readAttribute(store, TableName)) !== undefined;
      if (isEnabled === Enabled) {
        throw new EmulatorError(
          "com.amazon.coral.validate#ValidationException",
          `TimeToLive is already ${Enabled ? "enabled" : "disabled"}`,
        );
      }
      if (Enabled) await store.db.put(keyOf(TableName), { attribute: AttributeName });
      else await store.db.del(keyOf(TableName));
      return { TimeToLiveSpecification };
    },
  ),
  DescribeTimeToLive: operation(z.object({ TableName: z.string() }), async ({ TableName }) => {
    await describeTable(store, TableName);
    const AttributeName = await readAttribute(store, TableName);
    return {
      TimeToLiveDescription: AttributeName
        ? { TimeToLiveStatus: "ENABLED", AttributeName }
        : { TimeToLiveStatus: "DISABLED" },
    };
  }),
});

/** Forgets a deleted table's setting, so that a new table of the name starts without one. */
export const forgetTimeToLive = (store: Store, table: string): Promise<void> =>
  store.db.del(keyOf(table));

/** Carries out one DeleteItem; lent by the caller, who knows which lock it needs. */
export type DeleteItem = (input: object) => Promise<object>;

const sweepTable = async (
  store: Store,
  deleteItem: DeleteItem,
  name: string,
  attribute: string,
  nowSeconds: number,
): Promise<void> => {
  const table = await describeTable(store, name);
  const range = { gte: `item-${name}~`, lt: `item-${name}~\xff` };
  for await (const [, value] of store.db.iterator(range)) {
    const item = itemSchema.parse(value);
    const expiry = expirySchema.safeParse(item[attribute]);
    if (!expiry.success) continue;
    const seconds = expiry.data.N;
    if (seconds > nowSeconds || seconds < nowSeconds - fiveYearsSeconds) continue;
    const Key = Object.fromEntries(
      table.KeySchema.map(({ AttributeName }) => [AttributeName, item[AttributeName]]),
    );
    // The condition spares an item whose life was extended since it was read.
    await deleteItem({
      TableName: name,
      Key,
      ConditionExpression: "#expiry = :seen",
      ExpressionAttributeNames: { "#expiry": attribute },
      ExpressionAttributeValues: { ":seen": item[attribute] },
    }).catch((error: unknown) => {
      if (!(error instanceof EmulatorError)) throw error;
    });
  }
};

/** Deletes what has expired in all tables with a time to live; `nowSeconds` since 1970 UTC. */
export const sweepExpired = async (
  store: Store,
  deleteItem: DeleteItem,
  nowSeconds: number,
): Promise<void> => {
  for await (const [key, value] of store.db.iterator({ gte: "ttl~", lt: "ttl~\xff" })) {
    const { attribute } = settingSchema.parse(value);
    await sweepTable(store, deleteItem, key.slice("ttl~".length), attribute, nowSeconds);
  }
};
