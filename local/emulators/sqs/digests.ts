import { createHash } from "node:crypto";
import type { MessageAttributes } from "./message";

/** MD5 of a body, hex: what the SDK checks each message against. */
export const md5OfBody = (body: string): string => createHash("md5").update(body).digest("hex");

const withLength = (bytes: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};

/**
 * MD5 of message attributes, hex; undefined where there are none. Names in order, each followed by
 * its type, a byte for text (1) or bytes (2), and its value, all with their length before them.
 * Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html
 * (read 2026-11-24).
 */
export const md5OfAttributes = (attributes: MessageAttributes): string | undefined => {
  const entries = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return undefined;
  const hash = createHash("md5");
  for (const [name, { DataType, StringValue, BinaryValue }] of entries) {
    hash.update(withLength(Buffer.from(name))).update(withLength(Buffer.from(DataType)));
    const isBinary = DataType.startsWith("Binary");
    hash.update(Buffer.from([isBinary ? 2 : 1]));
    const value = isBinary
      ? Buffer.from(BinaryValue ?? "", "base64")
      : Buffer.from(StringValue ?? "");
    hash.update(withLength(value));
  }
  return hash.digest("hex");
};
