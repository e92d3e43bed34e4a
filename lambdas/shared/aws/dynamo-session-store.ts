import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { SessionKey, SessionStore } from "../../../core/ports/session-store";
import { type SessionMemory, sessionLifeMs } from "../../../core/routing/session-memory";
import { parseJson } from "../parse-json";

const promptSchema = z.strictObject({
  offer: z.string(),
  promptTokens: z.int().nonnegative(),
  cachedTokens: z.int().nonnegative(),
  cachedUntil: z.int(),
  turns: z.int().nonnegative(),
  prefix: z.string(),
});

const memorySchema = promptSchema.extend({
  at: z.int(),
  toolLoop: z.boolean(),
  earlier: z.array(promptSchema),
});

const keyOf = ({ organization, session }: SessionKey) => ({
  pk: { S: `SESSION#${organization}#${session}` },
  sk: { S: "LAST" },
});

/**
 * One item a conversation in the `limits` table, gone an hour after its last answer. Reads are
 * eventually consistent: half the price, and an answer just given is mostly known to the process
 * that gave it.
 */
export const createDynamoSessionStore = (
  client: DynamoDBClient,
  tableName: string,
  now: () => number,
): SessionStore => ({
  async recall(key) {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: tableName, Key: keyOf(key) }),
    );
    // What a version of later or earlier days wrote is nothing to rely on.
    const { data } = memorySchema.safeParse(parseJson(Item?.json?.S ?? "null"));
    // DynamoDB deletes what has expired some time later.
    if (!data || data.at + sessionLifeMs <= now()) return undefined;
    return data as unknown as SessionMemory;
  },

  async remember(key, memory) {
    try {
      await client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: {
            ...keyOf(key),
            json: { S: JSON.stringify(memory) },
            at: { N: String(memory.at) },
            expiresAtSeconds: { N: String(Math.ceil((memory.at + sessionLifeMs) / 1_000)) },
          },
          ConditionExpression: "attribute_not_exists(pk) OR #at <= :at",
          ExpressionAttributeNames: { "#at": "at" },
          ExpressionAttributeValues: { ":at": { N: String(memory.at) } },
        }),
      );
    } catch (error) {
      // A later request of the same conversation was remembered first.
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
});
