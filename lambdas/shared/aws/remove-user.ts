import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { UserId } from "../../../core/contract/fields";
import type { OrganizationId } from "../../../core/ids";
import type { SignIn } from "../../../core/ports/sign-in";

export type RemoveUserParts = {
  readonly client: DynamoDBClient;
  /** The `control` table. */
  readonly tableName: string;
  readonly signIn: Pick<SignIn, "remove">;
};

/**
 * Removes a member's account, then the item that leads to it: in that order, so that whoever goes on
 * later still finds it. Somebody who has joined another organization meanwhile is left alone.
 */
export const removeUser = async (
  { client, tableName: TableName, signIn }: RemoveUserParts,
  organization: OrganizationId,
  { pk, sk }: Record<string, AttributeValue>,
): Promise<void> => {
  if (pk?.S === undefined || sk === undefined) return;
  const Key = { pk, sk };
  const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
  if (Item?.organization?.S !== organization) return;
  await signIn.remove(pk.S.slice("USER#".length) as UserId);
  try {
    await client.send(
      new DeleteItemCommand({
        TableName,
        Key,
        ConditionExpression: "#organization = :organization",
        ExpressionAttributeNames: { "#organization": "organization" },
        ExpressionAttributeValues: { ":organization": { S: organization } },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
};
