import type { BatchOperation, Item, Store } from "dynalite/db/index.js";
import * as z from "zod";
import { EmulatorError } from "../emulator-error";
import { createRecordingStore } from "./recording-store";
import { runDynalite } from "./run-dynalite";
import { isConditionFailure } from "./single-item-write";

const action = z.record(z.string(), z.unknown()).optional();

/** One to a hundred actions, each an object with exactly one of the four. */
export const transactWriteSchema = z.looseObject({
  ClientRequestToken: z.string().min(1).max(36).optional(),
  TransactItems: z
    .array(
      // No union: that would try one form after the other, and this is on the recorder's way.
      z
        .strictObject({ Put: action, Update: action, Delete: action, ConditionCheck: action })
        .refine((item) => Object.keys(item).length === 1, "must have exactly one action"),
    )
    .min(1)
    .max(100),
});

export type TransactWrite = z.output<typeof transactWriteSchema>;

/** Why one action stopped the transaction, or that it did not; same order as the actions. */
type Reason = { readonly Code: string; readonly Message?: string; readonly Item?: Item };

type Judged = {
  readonly key: string | undefined;
  readonly writes: BatchOperation[];
  readonly reason: Reason;
};

const passed: Reason = { Code: "None" };

const parts = ({ Put, Update, Delete, ConditionCheck }: TransactWrite["TransactItems"][number]) => {
  if (Put) return { name: "PutItem", input: Put, writes: true } as const;
  if (Update) return { name: "UpdateItem", input: Update, writes: true } as const;
  if (Delete) return { name: "DeleteItem", input: Delete, writes: true } as const;
  // A deletion that is never carried out: it holds the condition against the item, and no more.
  return { name: "DeleteItem", input: ConditionCheck ?? {}, writes: false } as const;
};

const reasonOf = (error: unknown, input: Record<string, unknown>, found: Item | undefined) => {
  if (!(error instanceof EmulatorError)) throw error;
  if (isConditionFailure(error)) {
    const wanted = input.ReturnValuesOnConditionCheckFailure === "ALL_OLD" && found;
    return {
      Code: "ConditionalCheckFailed",
      Message: "The conditional request failed",
      ...(wanted && { Item: found }),
    };
  }
  if (error.type.endsWith("#ValidationException")) {
    return { Code: "ValidationError", Message: error.message };
  }
  throw error;
};

const judge = async (
  store: Store,
  actions: TransactWrite["TransactItems"][number],
): Promise<Judged> => {
  const { name, input, writes } = parts(actions);
  const recording = createRecordingStore(store);
  try {
    await runDynalite(recording.store, name, input);
    return { key: recording.key(), writes: writes ? recording.writes : [], reason: passed };
  } catch (error) {
    const reason = reasonOf(error, input, recording.found());
    return { key: recording.key(), writes: [], reason };
  }
};

const refuseRepeatedItems = (judged: readonly Judged[]): void => {
  const keys = judged.flatMap(({ key }) => (key === undefined ? [] : [key]));
  if (new Set(keys).size === keys.length) return;
  throw new EmulatorError(
    "com.amazon.coral.validate#ValidationException",
    "Transaction request cannot include multiple operations on one item",
  );
};

const canceled = (reasons: readonly Reason[]): EmulatorError =>
  new EmulatorError(
    "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
    "Transaction cancelled, please refer cancellation reasons for specific reasons " +
      `[${reasons.map(({ Code }) => Code).join(", ")}]`,
    { fields: { CancellationReasons: reasons } },
  );

/**
 * Judges all actions of a transaction against the database as it is, and returns the writes that
 * carry it out. Nothing is written here, and nobody else may write until the caller has. Throws
 * `TransactionCanceledException` with one reason an action where any condition fails.
 */
export const planTransactWrite = async (
  store: Store,
  { TransactItems }: TransactWrite,
): Promise<BatchOperation[]> => {
  const judged = await Promise.all(TransactItems.map((actions) => judge(store, actions)));
  refuseRepeatedItems(judged);
  const reasons = judged.map(({ reason }) => reason);
  if (reasons.some((reason) => reason !== passed)) throw canceled(reasons);
  return judged.flatMap(({ writes }) => writes);
};
