import { createHash } from "node:crypto";
import type { BatchOperation, Level } from "dynalite/db/index.js";
import * as z from "zod";
import { EmulatorError } from "../emulator-error";

/** A token makes a repeated TransactWriteItems harmless for ten minutes. */
const validMs = 10 * 60_000;

const recordSchema = z.object({ hash: z.string(), at: z.number() });

const keyOf = (token: string): string => `token~${token}`;

/** What was asked, the token left out. */
export const hashRequest = (request: object): string =>
  createHash("sha256")
    .update(JSON.stringify({ ...request, ClientRequestToken: undefined }))
    .digest("base64");

/**
 * Whether the token's transaction was carried out before. Throws
 * `IdempotentParameterMismatchException` where it was another one.
 */
export const wasCarriedOut = async (
  db: Level,
  token: string,
  hash: string,
  now: number,
): Promise<boolean> => {
  const found = await db.get(keyOf(token));
  if (found === undefined) return false;
  const record = recordSchema.parse(found);
  if (record.at + validMs <= now) return false;
  if (record.hash === hash) return true;
  throw new EmulatorError(
    "com.amazonaws.dynamodb.v20120810#IdempotentParameterMismatchException",
    "the ClientRequestToken was used for another transaction within ten minutes; use a new one",
  );
};

/** The write that notes a token; it belongs into the transaction's own batch. */
export const noteToken = (token: string, hash: string, now: number): BatchOperation => ({
  type: "put",
  key: keyOf(token),
  value: { hash, at: now },
});

/** Forgets tokens that are older than ten minutes. */
export const sweepTokens = async (db: Level, now: number): Promise<void> => {
  for await (const [key, value] of db.iterator({ gte: "token~", lt: "token~\xff" })) {
    if (recordSchema.parse(value).at + validMs <= now) await db.del(key);
  }
};
