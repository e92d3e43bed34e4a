import type { UsageStore } from "../../../core/ports/usage-store";
import { packRows } from "../../../core/usage/pack";
import type { UsageEvent } from "../../../core/usage/usage-event";
import { createLastUsedNoter } from "./dynamo-usage-store-last-used";
import { createDynamoUsageReader, type ReadParts } from "./dynamo-usage-store-read";
import { rowOf } from "./dynamo-usage-store-row";
import { type WriteParts, writeRows } from "./dynamo-usage-store-write";

/**
 * A transaction takes 100 items and 4 MB; a quarter is left for the buckets' updates.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 * (read 2026-11-24)
 */
const transactionLimits = { items: 100, bytes: 3_000_000 };

const distinct = (events: readonly UsageEvent[]): readonly UsageEvent[] => {
  const first = new Map<string, UsageEvent>();
  for (const event of events) {
    const text = `${event.organization} ${event.id}`;
    if (!first.has(text)) first.set(text, event);
  }
  return [...first.values()];
};

/**
 * The usage table as a store. Rows and sums are written in one transaction under the condition
 * that the rows are new, so a repeated or concurrent delivery can't be counted twice.
 *
 * @param parts - client, table name, randomness and sleep are lent.
 */
export const createDynamoUsageStore = (parts: WriteParts & ReadParts): UsageStore => {
  const noteLastUsed = createLastUsedNoter(parts);
  return {
    ...createDynamoUsageReader(parts),
    async record(events) {
      const rows = distinct(events).map(rowOf);
      let recorded = 0;
      // One after the other: the packs of one organization touch the same minute.
      for (const pack of packRows(rows, transactionLimits)) {
        recorded += await writeRows(parts, pack);
      }
      await noteLastUsed(events);
      return { recorded, duplicates: events.length - recorded };
    },
  };
};
