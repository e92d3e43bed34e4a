/** The parts of dynalite 4.0 that stand behind its HTTP server, typed as far as they are used. */
declare module "dynalite/db/index.js" {
  export type Callback<Value = void> = (error?: unknown, value?: Value) => void;
  export type Item = Record<string, unknown>;
  export type Table = {
    TableName: string;
    TableStatus: string;
    KeySchema: { AttributeName: string }[];
  };
  export type BatchOperation =
    | { type: "put"; key: string; value: unknown }
    | { type: "del"; key: string };
  export type KeyRange = { gte: string; lt: string };
  /** The items of one table or of one index; keys are dynalite's own strings. */
  export interface ItemDb {
    lock(key: string, run: (release: <F>(callback: F) => F) => void): void;
    get(key: string, callback: Callback<Item>): void;
    put(key: string, value: Item, callback: Callback): void;
    del(key: string, callback: Callback): void;
  }
  /** The LevelDB that all tables share. */
  export interface Level {
    open(): Promise<void>;
    close(): Promise<void>;
    get(key: string): Promise<unknown>;
    getSync(key: string): unknown;
    put(key: string, value: unknown): Promise<void>;
    del(key: string): Promise<void>;
    batch(operations: BatchOperation[]): Promise<void>;
    iterator(range: KeyRange): AsyncIterable<[string, unknown]>;
  }
  export interface Store {
    db: Level;
    getItemDb(table: string): ItemDb;
    getIndexDb(type: string, table: string, index: string): ItemDb;
    getTable(name: string, callback: Callback<Table>): void;
    getTable(name: string, checkStatus: boolean, callback: Callback<Table>): void;
  }
  export function create(options: {
    path: string;
    createTableMs: number;
    deleteTableMs: number;
    updateTableMs: number;
  }): Store;
}

declare module "dynalite/validations/index.js" {
  import type { Store } from "dynalite/db/index.js";

  const validations: {
    checkTypes(input: unknown, types: object): Record<string, unknown>;
    checkValidations(
      input: Record<string, unknown>,
      types: object,
      custom: unknown,
      store: Store,
    ): void;
  };
  export = validations;
}

declare module "dynalite/actions/*" {
  import type { Callback, Store } from "dynalite/db/index.js";

  const action: (store: Store, input: Record<string, unknown>, callback: Callback<object>) => void;
  export = action;
}

declare module "dynalite/validations/*" {
  const validation: { types: object; custom?: unknown };
  export = validation;
}
