import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import type { OrganizationId } from "../../../core/ids";
import type { Registry } from "../../../core/ports/registry";
import { credentialsSk, organizationPk } from "./access-items";
import { fromStoredCredential, fromVerdict, toStoredCredentials } from "./credential-items";
import { readItem } from "./replace-json";

type CredentialRegistry = Pick<
  Registry,
  "listCredentials" | "putCredential" | "noteVerdict" | "removeCredential"
>;

/** The part of the registry that keeps sealed credentials: a map by provider in one item. */
export const createDynamoCredentials = (
  client: DynamoDBClient,
  TableName: string,
): CredentialRegistry => {
  const keyOf = (organization: OrganizationId) => ({
    pk: organizationPk(organization),
    sk: credentialsSk,
  });
  /** @returns false where the condition does not hold, and nothing was changed. */
  const update = async (
    organization: OrganizationId,
    input: Omit<UpdateItemCommandInput, "TableName" | "Key">,
  ): Promise<boolean> => {
    const command = new UpdateItemCommand({ TableName, Key: keyOf(organization), ...input });
    try {
      await client.send(command);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };
  return {
    async listCredentials(organization) {
      const item = await readItem({ client, table: TableName, key: keyOf(organization) });
      return item ? toStoredCredentials(item) : [];
    },

    async putCredential(organization, credential) {
      // The map must exist before a field of it can be set; two writes, each idempotent.
      await update(organization, {
        UpdateExpression: "SET providers = if_not_exists(providers, :none)",
        ExpressionAttributeValues: { ":none": { M: {} } },
      });
      await update(organization, {
        UpdateExpression: "SET providers.#provider = :credential",
        ExpressionAttributeNames: { "#provider": credential.provider },
        ExpressionAttributeValues: { ":credential": fromStoredCredential(credential) },
      });
    },

    async noteVerdict(organization, provider, updatedAt, verdict) {
      await update(organization, {
        UpdateExpression: "SET providers.#provider.tested = :tested",
        ConditionExpression: "providers.#provider.updatedAt = :updatedAt",
        ExpressionAttributeNames: { "#provider": provider },
        ExpressionAttributeValues: {
          ":tested": fromVerdict(verdict),
          ":updatedAt": { N: String(updatedAt) },
        },
      });
    },

    async removeCredential(organization, provider) {
      const was = await update(organization, {
        UpdateExpression: "REMOVE providers.#provider",
        ConditionExpression: "attribute_exists(providers.#provider)",
        ExpressionAttributeNames: { "#provider": provider },
      });
      return was ? "removed" : "not-found";
    },
  };
};
