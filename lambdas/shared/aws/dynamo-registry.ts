import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  paginateQuery,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { KeyRecord } from "../../../core/ports/access-store";
import type { Registry } from "../../../core/ports/registry";
import {
  credentialsSk,
  fromCredential,
  fromKey,
  fromSettings,
  keySk,
  keySkPrefix,
  organizationPk,
  toKey,
} from "./access-items";

/** Writes organizations, keys and sealed credentials to the `access` table. */
export const createDynamoRegistry = (client: DynamoDBClient, TableName: string): Registry => ({
  async putOrganization(settings) {
    await client.send(new PutItemCommand({ TableName, Item: fromSettings(settings) }));
  },

  async putKey(organization, key) {
    await client.send(new PutItemCommand({ TableName, Item: fromKey(organization, key) }));
  },

  async listKeys(organization) {
    const keys: KeyRecord[] = [];
    const pages = paginateQuery(
      { client },
      {
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
        ExpressionAttributeValues: {
          ":pk": organizationPk(organization),
          ":prefix": { S: keySkPrefix },
        },
      },
    );
    for await (const page of pages) keys.push(...(page.Items ?? []).map(toKey));
    return keys;
  },

  async revokeKey(organization, key, at) {
    const update = new UpdateItemCommand({
      TableName,
      Key: { pk: organizationPk(organization), sk: keySk(key) },
      UpdateExpression: "SET revokedAt = :at",
      ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(revokedAt)",
      ExpressionAttributeValues: { ":at": { N: String(at) } },
    });
    try {
      await client.send(update);
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },

  async putCredential(organization, credential) {
    const Key = { pk: organizationPk(organization), sk: credentialsSk };
    // The map must exist before a field of it can be set; two writes, each idempotent.
    await client.send(
      new UpdateItemCommand({
        TableName,
        Key,
        UpdateExpression: "SET providers = if_not_exists(providers, :none)",
        ExpressionAttributeValues: { ":none": { M: {} } },
      }),
    );
    await client.send(
      new UpdateItemCommand({
        TableName,
        Key,
        UpdateExpression: "SET providers.#provider = :credential",
        ExpressionAttributeNames: { "#provider": credential.provider },
        ExpressionAttributeValues: { ":credential": fromCredential(credential) },
      }),
    );
  },

  async removeCredential(organization, provider) {
    const remove = new UpdateItemCommand({
      TableName,
      Key: { pk: organizationPk(organization), sk: credentialsSk },
      UpdateExpression: "REMOVE providers.#provider",
      ConditionExpression: "attribute_exists(providers)",
      ExpressionAttributeNames: { "#provider": provider },
    });
    try {
      await client.send(remove);
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
});
