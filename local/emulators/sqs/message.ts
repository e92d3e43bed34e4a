import * as z from "zod";

/** A message attribute as callers send and get it; `BinaryValue` is base64. */
export const messageAttributeSchema = z.object({
  DataType: z.string().min(1),
  StringValue: z.string().optional(),
  BinaryValue: z.base64().optional(),
});

export type MessageAttributes = Readonly<Record<string, z.output<typeof messageAttributeSchema>>>;

/** One message as the journal keeps it. Times are milliseconds since 1970 UTC. */
export const messageSchema = z.object({
  /** Unique for ever; the two copies of a duplicate differ in it and share their `id`. */
  sequence: z.int(),
  id: z.string(),
  body: z.string(),
  attributes: z.record(z.string(), messageAttributeSchema),
  sentAt: z.number(),
  visibleAt: z.number(),
  receiveCount: z.int(),
  firstReceivedAt: z.number().optional(),
  /** ARN of the queue that gave it up, in a dead-letter queue. */
  deadLetterSource: z.string().optional(),
});

export type Message = z.output<typeof messageSchema>;

/** Names one delivery of one message; an older delivery's handle no longer deletes. */
export const receiptHandle = (message: Message): string =>
  Buffer.from(`${message.sequence}/${message.receiveCount}/${message.id}`).toString("base64url");

export type Receipt = { sequence: number; receiveCount: number; id: string };

/** Reads a handle back; undefined where it never was one. */
export const parseReceiptHandle = (handle: string): Receipt | undefined => {
  const text = Buffer.from(handle, "base64url").toString();
  const match = /^(\d+)\/(\d+)\/([0-9a-f-]{36})$/.exec(text);
  if (!match) return undefined;
  const [, sequence, receiveCount, id = ""] = match;
  return { sequence: Number(sequence), receiveCount: Number(receiveCount), id };
};
