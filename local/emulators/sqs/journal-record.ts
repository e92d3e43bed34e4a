import * as z from "zod";
import { messageSchema } from "./message";

const queue = z.string();
const sequence = z.int();

/** One line of the journal: one change, whole. Times are milliseconds since 1970 UTC. */
export const journalRecordSchema = z.discriminatedUnion("change", [
  z.object({
    change: z.literal("queue"),
    queue,
    attributes: z.record(z.string(), z.string()),
    createdAt: z.number(),
    modifiedAt: z.number(),
  }),
  z.object({ change: z.literal("send"), queue, message: messageSchema }),
  z.object({ change: z.literal("receive"), queue, sequence, at: z.number(), until: z.number() }),
  z.object({ change: z.literal("hide"), queue, sequence, until: z.number() }),
  z.object({ change: z.literal("delete"), queue, sequence }),
  // One record for both ends, so that no crash can leave the message in two queues or in none.
  z.object({ change: z.literal("move"), queue, sequence, to: queue, message: messageSchema }),
  z.object({ change: z.literal("purge"), queue }),
]);

export type JournalRecord = z.output<typeof journalRecordSchema>;
