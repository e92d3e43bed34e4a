import { mkdir } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import {
  type Callback,
  create,
  type Item,
  type ItemDb,
  type Store,
  type Table,
} from "dynalite/db/index.js";
import * as z from "zod";

const tableStatusSchema = z.looseObject({ TableStatus: z.string() });

/** A table whose creation or deletion a crash cut short would stay so for ever. */
const finishTables = async (store: Store): Promise<void> => {
  for await (const [key, value] of store.db.iterator({ gte: "table~", lt: "table~\xff" })) {
    const table = tableStatusSchema.parse(value);
    if (table.TableStatus === "DELETING") await store.db.del(key);
    else if (table.TableStatus !== "ACTIVE") {
      await store.db.put(key, { ...table, TableStatus: "ACTIVE" });
    }
  }
};

/** Resolves once a table is active or gone: dynalite makes and deletes them behind its answer. */
export const tableSettled = async (store: Store, name: string): Promise<void> => {
  for (;;) {
    const status = await new Promise<string>((resolve) => {
      store.getTable(name, false, (_error, table) => {
        resolve(table?.TableStatus ?? "GONE");
      });
    });
    if (status === "ACTIVE" || status === "GONE") return;
    await delay(1);
  }
};

export type OpenStore = { readonly store: Store; readonly forgetTables: () => void };

/**
 * Keeps the descriptions of active tables in memory, for they are read at each operation.
 * `forgetTables` must be called before and after a table is changed.
 */
const rememberTables = (store: Store): OpenStore => {
  const known = new Map<string, Table>();
  const read = store.getTable.bind(store);
  const getTable = (
    name: string,
    second: boolean | Callback<Table>,
    third?: Callback<Table>,
  ): void => {
    // With a flag, dynalite is about to change the table and needs a copy of its own.
    if (typeof second !== "function") {
      if (third) read(name, second, third);
      return;
    }
    const found = known.get(name);
    if (found) {
      second(null, found);
      return;
    }
    read(name, (error, table) => {
      if (table?.TableStatus === "ACTIVE") known.set(name, table);
      second(error, table);
    });
  };
  const remembering: Store = { ...store, getTable };
  return {
    store: remembering,
    forgetTables: () => {
      known.clear();
    },
  };
};

/**
 * Reads items on the spot. A read is nearly always answered from memory, where the way through the
 * thread pool takes ten times as long as the read itself.
 */
const readOnTheSpot = (store: Store): Store => {
  const getItemDb = (table: string): ItemDb => ({
    ...store.getItemDb(table),
    get: (key, done) => {
      let item: Item | undefined;
      try {
        item = store.db.getSync(`item-${table}~${key}`) as Item | undefined;
      } catch (error) {
        done(error);
        return;
      }
      done(null, item);
    },
  });
  return { ...store, getItemDb };
};

/** Opens (or makes) dynalite's database in a folder; rejects where another process has it open. */
export const openStore = async (path: string): Promise<OpenStore> => {
  await mkdir(path, { recursive: true, mode: 0o700 });
  const store = create({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  await store.db.open();
  await finishTables(store);
  return rememberTables(readOnTheSpot(store));
};
