import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { UserId } from "../../../core/contract/fields";
import type { OrganizationId } from "../../../core/ids";
import type { ExportLink, ExportLinks } from "../../../core/ports/export-links";

/**
 * Links in the `control` table: partition `EXPORT#<hash of the token>`, sort `EXPORT`. The attribute
 * `organization` says whose it is; the table forgets it after its expiry.
 */
const keyOf = (tokenHash: string) => ({
  pk: { S: `EXPORT#${tokenHash}` },
  sk: { S: "EXPORT" },
});

const anyOf = z.union([z.string(), z.array(z.string())]).optional();

const linkSchema = z.object({
  user: z.string().transform((id) => id as UserId),
  from: z.number(),
  to: z.number(),
  filters: z.object({
    customer: anyOf,
    feature: anyOf,
    model: anyOf,
    provider: anyOf,
    key: anyOf,
    task: anyOf,
    requested: anyOf,
    environment: anyOf,
    outcome: anyOf,
    status: anyOf,
    mode: anyOf,
    endpoint: anyOf,
    moved: z.enum(["true", "false"]).optional(),
  }),
  expiresAt: z.number(),
});

const itemSchema = z.object({
  organization: z.object({ S: z.string().transform((id) => id as OrganizationId) }),
  link: z.object({ S: z.string() }),
});

export const createDynamoExportLinks = (
  client: DynamoDBClient,
  TableName: string,
): ExportLinks => ({
  async put(tokenHash, { organization, ...link }) {
    const Item = {
      ...keyOf(tokenHash),
      organization: { S: organization },
      link: { S: JSON.stringify(link) },
      expiresAtSeconds: { N: String(Math.ceil(link.expiresAt / 1_000)) },
    };
    await client.send(new PutItemCommand({ TableName, Item }));
  },
  async find(tokenHash): Promise<ExportLink | undefined> {
    // Consistent: the browser follows the link at once.
    const { Item } = await client.send(
      new GetItemCommand({ TableName, Key: keyOf(tokenHash), ConsistentRead: true }),
    );
    if (!Item) return undefined;
    const { organization, link } = itemSchema.parse(Item);
    return { organization: organization.S, ...linkSchema.parse(JSON.parse(link.S)) };
  },
});
