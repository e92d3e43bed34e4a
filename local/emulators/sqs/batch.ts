import * as z from "zod";
import { EmulatorError } from "../emulator-error";
import type { Broker } from "./broker";
import type { JournalRecord } from "./journal-record";
import { batchError } from "./sqs-errors";

/** The entries of a batch: ids are checked by `runBatch`, for SQS answers them by errors of its own. */
export const batchEntries = <Shape extends z.core.$ZodLooseShape>(entry: z.ZodObject<Shape>) =>
  z.array(z.intersection(entry, z.object({ Id: z.string().regex(/^[\w-]{1,80}$/) })));

type Entry = { readonly Id: string };
type Done = { readonly answer: object; readonly records: readonly JournalRecord[] };

const checkEntries = (entries: readonly Entry[]): void => {
  if (entries.length === 0) {
    throw batchError(
      "EmptyBatchRequest",
      "There should be at least one SendMessageBatchRequestEntry in the request.",
    );
  }
  if (entries.length > 10) {
    throw batchError(
      "TooManyEntriesInBatchRequest",
      `Maximum number of entries per request are 10. You have sent ${entries.length}.`,
    );
  }
  const ids = entries.map(({ Id }) => Id);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) {
    throw batchError("BatchEntryIdsNotDistinct", `Id ${repeated} repeated.`);
  }
};

/**
 * Runs each entry, commits all changes in one write, and answers which entries succeeded and which
 * failed; throws where the batch as a whole is wrong.
 */
export const runBatch = async <E extends Entry>(
  broker: Broker,
  entries: readonly E[],
  run: (entry: E) => Done,
): Promise<object> => {
  checkEntries(entries);
  const Successful: object[] = [];
  const Failed: object[] = [];
  const records: JournalRecord[] = [];
  for (const entry of entries) {
    try {
      const done = run(entry);
      records.push(...done.records);
      Successful.push({ Id: entry.Id, ...done.answer });
    } catch (error) {
      if (!(error instanceof EmulatorError)) throw error;
      const Code = error.queryCode ?? error.type;
      Failed.push({ Id: entry.Id, SenderFault: true, Code, Message: error.message });
    }
  }
  await broker.commit(records);
  return { Successful, Failed };
};
