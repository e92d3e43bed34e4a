import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  paginateQuery,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { KeyId, OrganizationId } from "../../../core/ids";
import type { UsageEvent } from "../../../core/usage/usage-event";

/**
 * When each key was used last, in the usage table: partition `<org>#keys`, sort the key's id, `at`
 * in milliseconds since 1970 UTC.
 */
export type LastUsedParts = { readonly client: DynamoDBClient; readonly table: string };

const partition = (organization: OrganizationId) => ({ S: `${organization}#keys` });

/** What a process wrote of a key is good for so long, by the requests' own time. */
const staleMs = 10_000;
/** Keys that a process remembers to have written. */
const mostRemembered = 10_000;

type Use = { readonly organization: OrganizationId; readonly key: KeyId; readonly at: number };

const latestUses = (events: readonly UsageEvent[]): ReadonlyMap<string, Use> => {
  const uses = new Map<string, Use>();
  for (const { organization, key, at } of events) {
    const name = `${organization}/${key}`;
    if (at > (uses.get(name)?.at ?? -1)) uses.set(name, { organization, key, at });
  }
  return uses;
};

/**
 * Notes when keys were used: at most one write a key in ten seconds, and none that goes back in
 * time. Never rejects: a time that could not be written is written with the key's next request.
 */
export const createLastUsedNoter = ({ client, table: TableName }: LastUsedParts) => {
  const written = new Map<string, number>();
  const write = async (name: string, { organization, key, at }: Use): Promise<void> => {
    const update = new UpdateItemCommand({
      TableName,
      Key: { pk: partition(organization), sk: { S: key } },
      UpdateExpression: "SET #at = :at",
      ConditionExpression: "attribute_not_exists(#at) OR #at < :at",
      ExpressionAttributeNames: { "#at": "at" },
      ExpressionAttributeValues: { ":at": { N: String(at) } },
    });
    try {
      await client.send(update);
    } catch (error) {
      // Another recorder knows of a later request.
      if (!(error instanceof ConditionalCheckFailedException)) return;
    }
    if (written.size >= mostRemembered) written.clear();
    written.set(name, at);
  };
  return async (events: readonly UsageEvent[]): Promise<void> => {
    const due = [...latestUses(events)].filter(
      ([name, { at }]) => at >= (written.get(name) ?? Number.NEGATIVE_INFINITY) + staleMs,
    );
    await Promise.all(due.map(([name, use]) => write(name, use)));
  };
};

export const readLastUsed = async (
  { client, table }: LastUsedParts,
  organization: OrganizationId,
): Promise<ReadonlyMap<KeyId, number>> => {
  const used = new Map<KeyId, number>();
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": partition(organization) },
    },
  );
  for await (const { Items = [] } of pages) {
    for (const { sk, at } of Items) used.set((sk?.S ?? "") as KeyId, Number(at?.N));
  }
  return used;
};
