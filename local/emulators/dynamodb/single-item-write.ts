import type { Item, ItemDb, Store } from "dynalite/db/index.js";
import * as z from "zod";
import { EmulatorError } from "../emulator-error";
import { runDynalite } from "./run-dynalite";

/** What DynamoDB calls a failed `ConditionExpression`. */
export const isConditionFailure = (error: unknown): boolean =>
  error instanceof EmulatorError && error.type.endsWith("#ConditionalCheckFailedException");

const wishSchema = z.looseObject({ ReturnValuesOnConditionCheckFailure: z.literal("ALL_OLD") });

/** A store that remembers the item it read last: the very one that a condition was held against. */
const rememberRead = (real: Store): { store: Store; found: () => Item | undefined } => {
  let item: Item | undefined;
  const getItemDb = (table: string): ItemDb => {
    const db = real.getItemDb(table);
    const get: ItemDb["get"] = (key, done) => {
      db.get(key, (error, value) => {
        item = value;
        done(error, value);
      });
    };
    return { ...db, get };
  };
  return { store: { ...real, getItemDb }, found: () => item };
};

/**
 * PutItem, UpdateItem or DeleteItem, with `ReturnValuesOnConditionCheckFailure`, which dynalite
 * lacks: the item that made the condition fail comes back within the error.
 */
export const writeSingleItem = async (
  store: Store,
  name: "PutItem" | "UpdateItem" | "DeleteItem",
  input: unknown,
): Promise<object> => {
  if (!wishSchema.safeParse(input).success) return runDynalite(store, name, input);
  const remembering = rememberRead(store);
  try {
    return await runDynalite(remembering.store, name, input);
  } catch (error) {
    const item = remembering.found();
    if (!(error instanceof EmulatorError) || !isConditionFailure(error) || !item) throw error;
    throw new EmulatorError(error.type, error.message, { fields: { Item: item } });
  }
};
