import type { BatchOperation, Item, ItemDb, Store } from "dynalite/db/index.js";

/** A store that reads for real and only notes what would be written. */
export type RecordingStore = {
  readonly store: Store;
  readonly writes: BatchOperation[];
  /** The item's key within the whole database, once it was asked for. */
  key(): string | undefined;
  /** The item as it was read, if there was one. */
  found(): Item | undefined;
};

/**
 * Lets dynalite's own single-item operations judge and compute, while the writes are gathered, to be
 * put into the database together with others'. Only for use where nobody else can write meanwhile.
 *
 * The prefixes are those of `db/index.js` in dynalite 4.0.0 (`getItemDb`, `getIndexDb`).
 */
export const createRecordingStore = (real: Store): RecordingStore => {
  const writes: BatchOperation[] = [];
  let itemKey: string | undefined;
  let item: Item | undefined;
  const record = (prefix: string): Pick<ItemDb, "put" | "del"> => ({
    put: (key, value, done) => {
      writes.push({ type: "put", key: prefix + key, value });
      done();
    },
    del: (key, done) => {
      writes.push({ type: "del", key: prefix + key });
      done();
    },
  });
  const getItemDb = (table: string): ItemDb => {
    const prefix = `item-${table}~`;
    return {
      ...record(prefix),
      lock: (key, run) => {
        itemKey = prefix + key;
        run((callback) => callback);
      },
      get: (key, done) => {
        real.getItemDb(table).get(key, (error, value) => {
          item = value;
          done(error, value);
        });
      },
    };
  };
  const getIndexDb = (type: string, table: string, index: string): ItemDb => ({
    ...real.getIndexDb(type, table, index),
    ...record(`index-${type.toLowerCase()}~${table}~${index}~`),
  });
  return {
    store: { ...real, getItemDb, getIndexDb },
    writes,
    key: () => itemKey,
    found: () => item,
  };
};
