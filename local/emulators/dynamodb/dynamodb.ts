import * as z from "zod";
import { type Operation, type Operations, operation } from "../operation";
import { openStore, tableSettled } from "./open-store";
import { hashRequest, noteToken, sweepTokens, wasCarriedOut } from "./request-tokens";
import { runDynalite } from "./run-dynalite";
import { createSharedLock } from "./shared-lock";
import { writeSingleItem } from "./single-item-write";
import { forgetTimeToLive, sweepExpired, timeToLiveOperations } from "./time-to-live";
import { planTransactWrite, transactWriteSchema } from "./transact-write";

export type DynamoDbEmulator = {
  readonly operations: Operations;
  /** Deletes expired items and forgets old request tokens. */
  readonly sweep: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const transactGetSchema = z.looseObject({
  TransactItems: z
    .array(z.strictObject({ Get: z.record(z.string(), z.unknown()) }))
    .min(1)
    .max(100),
});

const namedTableSchema = z.looseObject({ TableName: z.string() });
const reads = ["BatchGetItem", "GetItem", "Query", "Scan", "DescribeTable", "ListTables"] as const;
const singleWrites = ["PutItem", "UpdateItem", "DeleteItem"] as const;
const tableWrites = ["CreateTable", "UpdateTable", "DeleteTable"] as const;

/**
 * DynamoDB on disk: dynalite's operations, and around them what it lacks. Plain writes share a lock
 * that a transaction has alone; a transaction is one LevelDB batch, so that it stands or falls whole
 * even where the process is killed.
 *
 * @param now - milliseconds since 1970 UTC.
 */
export const openDynamoDb = async (path: string, now: () => number): Promise<DynamoDbEmulator> => {
  const { store, forgetTables } = await openStore(path);
  const lock = createSharedLock();
  const each = <Name extends string>(names: readonly Name[], make: (name: Name) => Operation) =>
    Object.fromEntries(names.map((name) => [name, make(name)]));

  const changeTable = (name: (typeof tableWrites)[number]): Operation =>
    operation(namedTableSchema, (input) =>
      lock.exclusive(async () => {
        try {
          const answer = await runDynalite(store, name, input);
          if (name === "DeleteTable") await forgetTimeToLive(store, input.TableName);
          await tableSettled(store, input.TableName);
          return answer;
        } finally {
          forgetTables();
        }
      }),
    );

  const transactWrite = operation(transactWriteSchema, (request) =>
    lock.exclusive(async () => {
      const token = request.ClientRequestToken;
      const hash = token === undefined ? "" : hashRequest(request);
      if (token !== undefined && (await wasCarriedOut(store.db, token, hash, now()))) return {};
      const writes = await planTransactWrite(store, request);
      if (token !== undefined) writes.push(noteToken(token, hash, now()));
      await store.db.batch(writes);
      return {};
    }),
  );

  const transactGet = operation(transactGetSchema, ({ TransactItems }) =>
    lock.exclusive(async () => {
      const get = ({ Get }: { Get: object }) => runDynalite(store, "GetItem", Get);
      return { Responses: await Promise.all(TransactItems.map(get)) };
    }),
  );

  return {
    operations: {
      ...each(reads, (name) => (input) => runDynalite(store, name, input)),
      ...each(
        singleWrites,
        (name) => (input) => lock.share(() => writeSingleItem(store, name, input)),
      ),
      ...each(tableWrites, changeTable),
      BatchWriteItem: (input) => lock.share(() => runDynalite(store, "BatchWriteItem", input)),
      TransactWriteItems: transactWrite,
      TransactGetItems: transactGet,
      ...timeToLiveOperations(store),
    },
    sweep: async () => {
      const deleteItem = (input: object) =>
        lock.share(() => runDynalite(store, "DeleteItem", input));
      await sweepExpired(store, deleteItem, Math.floor(now() / 1000));
      await sweepTokens(store.db, now());
    },
    close: () => store.db.close(),
  };
};
