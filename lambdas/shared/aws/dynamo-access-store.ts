import { BatchGetItemCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Access, AccessStore } from "../../../core/ports/access-store";
import {
  credentialsSk,
  keySk,
  organizationPk,
  settingsSk,
  toCredentials,
  toKey,
  toSettings,
} from "./access-items";
import { ledgerKey, toFeedback } from "./feedback-items";

/** One consistent `BatchGetItem` brings the key, its organization, its feedback and its credentials. */
export const createDynamoAccessStore = (
  client: DynamoDBClient,
  tableName: string,
): AccessStore => ({
  async read(organization, key) {
    const pk = organizationPk(organization);
    const sks = [keySk(key), settingsSk, credentialsSk];
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetItemCommand({
        RequestItems: {
          [tableName]: {
            ConsistentRead: true,
            Keys: [...sks.map((sk) => ({ pk, sk })), ledgerKey(organization)],
          },
        },
      }),
    );
    if (UnprocessedKeys?.[tableName]) throw new Error("the access table is throttled; try again");
    const items = Responses?.[tableName] ?? [];
    const find = (sk: { S: string }) => items.find((item) => item.sk?.S === sk.S);
    const [keyItem, settingsItem, credentialsItem] = sks.map(find);
    const feedback = toFeedback(find(ledgerKey(organization).sk));
    const access: Access = {
      ...(keyItem && { key: toKey(keyItem) }),
      ...(settingsItem && {
        organization: { ...toSettings(settingsItem), ...(feedback && { feedback }) },
      }),
      credentials: credentialsItem ? toCredentials(credentialsItem) : [],
    };
    return access;
  },
});
