import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  paginateQuery,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { KeyId, OrganizationId } from "../../../core/ids";
import type { KeyRecord, OrganizationSettings } from "../../../core/ports/access-store";
import type { Registry } from "../../../core/ports/registry";
import {
  fromKey,
  fromSettings,
  keySk,
  keySkPrefix,
  keyText,
  organizationPk,
  settingsSk,
  settingsText,
  toKey,
  toSettings,
} from "./access-items";
import { createDynamoCredentials } from "./dynamo-registry-credentials";
import { type JsonPlace, readItem, replaceJson } from "./replace-json";

type Key = JsonPlace["key"];

/** @returns false where the condition of what was sent does not hold. */
const held = async (sent: Promise<unknown>): Promise<boolean> => {
  try {
    await sent;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

const organizationKey = (organization: OrganizationId): Key => ({
  pk: organizationPk(organization),
  sk: settingsSk,
});

const keyKey = (organization: OrganizationId, key: KeyId): Key => ({
  pk: organizationPk(organization),
  sk: keySk(key),
});

const listKeys = async (
  client: DynamoDBClient,
  TableName: string,
  organization: OrganizationId,
): Promise<readonly KeyRecord[]> => {
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
};

/** Writes organizations, keys and sealed credentials to the `access` table. */
export const createDynamoRegistry = (client: DynamoDBClient, table: string): Registry => {
  const TableName = table;
  const put = (Item: Record<string, AttributeValue>) => new PutItemCommand({ TableName, Item });
  /** Sets the time once, of what is there. */
  const stamp = (name: JsonPlace["guard"], Key: Key, at: number) =>
    held(
      client.send(
        new UpdateItemCommand({
          TableName,
          Key,
          UpdateExpression: "SET #name = :at",
          ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(#name)",
          ExpressionAttributeNames: { "#name": name },
          ExpressionAttributeValues: { ":at": { N: String(at) } },
        }),
      ),
    );
  const findKey = async (organization: OrganizationId, key: KeyId) => {
    const item = await readItem({ client, table, key: keyKey(organization, key) });
    return item && toKey(item);
  };

  return {
    ...createDynamoCredentials(client, table),

    async putOrganization(settings) {
      await client.send(put(fromSettings(settings)));
    },

    async findOrganization(organization) {
      const item = await readItem({ client, table, key: organizationKey(organization) });
      return item && toSettings(item);
    },

    async updateOrganization(organization, change) {
      let changed: OrganizationSettings | undefined;
      const key = organizationKey(organization);
      const isThere = await replaceJson({ client, table, key, guard: "deactivatedAt" }, (item) => {
        changed = change(toSettings(item));
        return settingsText(changed);
      });
      return isThere ? changed : undefined;
    },

    async deactivateOrganization(organization, at) {
      await stamp("deactivatedAt", organizationKey(organization), at);
    },

    async putKey(organization, key) {
      await client.send(put(fromKey(organization, key)));
    },

    async addKey(organization, key) {
      const { input } = put(fromKey(organization, key));
      const fresh = { ...input, ConditionExpression: "attribute_not_exists(pk)" };
      return (await held(client.send(new PutItemCommand(fresh)))) ? "added" : "taken";
    },

    findKey,
    listKeys: (organization) => listKeys(client, table, organization),

    async updateKey(organization, id, change) {
      let changed: KeyRecord | undefined;
      const key = keyKey(organization, id);
      const isThere = await replaceJson({ client, table, key, guard: "revokedAt" }, (item) => {
        changed = change(toKey(item));
        return keyText(changed);
      });
      return isThere ? changed : undefined;
    },

    async revokeKey(organization, key, at) {
      await stamp("revokedAt", keyKey(organization, key), at);
      return findKey(organization, key);
    },
  };
};
