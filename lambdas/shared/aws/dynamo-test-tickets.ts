import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { TestTicket, TestTickets } from "../../../core/ports/test-tickets";

/**
 * Tickets in the `access` table: partition `TEST#<organization>`, sort the nonce's hash. The
 * partition is not the organization's own, so that the gateway, which deletes them, can be kept from
 * deleting keys and settings.
 */
const keyOf = ({ organization, nonceHash }: Omit<TestTicket, "expiresAt" | "provider">) => ({
  pk: { S: `TEST#${organization}` },
  sk: { S: nonceHash },
});

/** One item a ticket; a conditional delete is what redeems it, so that it is good for one. */
export const createDynamoTestTickets = (
  client: DynamoDBClient,
  TableName: string,
): TestTickets => ({
  async issue(ticket) {
    const { provider, expiresAt } = ticket;
    const Item = {
      ...keyOf(ticket),
      provider: { S: provider },
      expiresAt: { N: String(expiresAt) },
      expiresAtSeconds: { N: String(Math.ceil(expiresAt / 1_000)) },
    };
    await client.send(new PutItemCommand({ TableName, Item }));
  },

  async redeem(ticket, now) {
    const remove = new DeleteItemCommand({
      TableName,
      Key: keyOf(ticket),
      ConditionExpression: "provider = :provider AND expiresAt > :now",
      ExpressionAttributeValues: {
        ":provider": { S: ticket.provider },
        ":now": { N: String(now) },
      },
    });
    try {
      await client.send(remove);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});
