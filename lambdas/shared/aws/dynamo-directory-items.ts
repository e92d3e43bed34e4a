import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  paginateQuery,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { InviteId, UserId } from "../../../core/contract/fields";
import { roles } from "../../../core/contract/role";
import type { OrganizationId } from "../../../core/ids";
import type { Invite, Member, OrganizationRecord, User } from "../../../core/ports/directory";
import type { TransactParts } from "./transact";

/**
 * The directory's items in the `control` table. Where the partition does not name an organization,
 * the attribute `organization` does, so that a purge recognises every item.
 *
 * | partition | sort | holds |
 * |---|---|---|
 * | `USER#<sub>` | `USER` | email, createdAt, sessionsFrom; with a membership: organization, role, since |
 * | `ORG#<organization>` | `ORGANIZATION` | createdAt, deletedAt, and how many owners there are |
 * | `ORG#<organization>` | `MEMBER#<sub>` | a copy for the members' list: email, role, since |
 * | `ORG#<organization>` | `INVITE#<id>` | an invite, with the hash of its token |
 * | `INVITE#<hash>` | `INVITE` | organization and id of the invite that the token belongs to |
 * | `ORGS` | `<organization>` | createdAt: what lists all organizations without a scan |
 */
export type Item = Record<string, AttributeValue>;
export type Key = { readonly pk: { S: string }; readonly sk: { S: string } };

export type DirectoryParts = TransactParts & {
  /** The `control` table. */
  readonly tableName: string;
};

const organizationPk = (organization: OrganizationId) => ({ S: `ORG#${organization}` });

export const memberPrefix = "MEMBER#";
export const invitePrefix = "INVITE#";
export const listingPk = { S: "ORGS" };

export const userKey = (user: UserId): Key => ({ pk: { S: `USER#${user}` }, sk: { S: "USER" } });

export const organizationKey = (organization: OrganizationId): Key => ({
  pk: organizationPk(organization),
  sk: { S: "ORGANIZATION" },
});

export const memberKey = (organization: OrganizationId, user: UserId): Key => ({
  pk: organizationPk(organization),
  sk: { S: `${memberPrefix}${user}` },
});

export const inviteKey = (organization: OrganizationId, invite: InviteId): Key => ({
  pk: organizationPk(organization),
  sk: { S: `${invitePrefix}${invite}` },
});

export const tokenKey = (tokenHash: string): Key => ({
  pk: { S: `${invitePrefix}${tokenHash}` },
  sk: { S: "INVITE" },
});

export const listingKey = (organization: OrganizationId): Key => ({
  pk: listingPk,
  sk: { S: organization },
});

const text = z.object({ S: z.string() }).transform(({ S }) => S);
const number = z.object({ N: z.string() }).transform(({ N }) => Number(N));
const role = z.object({ S: z.enum(roles) }).transform(({ S }) => S);
const organization = text.transform((id) => id as OrganizationId);

const userSchema = z.object({
  pk: text.transform((pk) => pk.slice("USER#".length) as UserId),
  email: text,
  createdAt: number,
  sessionsFrom: number,
});
const membershipSchema = z.object({ organization, role, since: number });
const memberSchema = z.object({
  sk: text.transform((sk) => sk.slice(memberPrefix.length) as UserId),
  email: text,
  role,
  since: number,
});
const organizationSchema = z.object({ createdAt: number, deletedAt: number.optional() });
const inviteSchema = z.object({
  sk: text.transform((sk) => sk.slice(invitePrefix.length) as InviteId),
  organization,
  email: text,
  role,
  invitedBy: text,
  sentAt: number,
  expiresAt: number,
  tokenHash: text,
});
const tokenSchema = z.object({ organization, id: text.transform((id) => id as InviteId) });

export const toUser = (item: Item): User => {
  const { pk: id, ...user } = userSchema.parse(item);
  if (item.organization === undefined) return { id, ...user };
  return { id, ...user, membership: membershipSchema.parse(item) };
};

export const toMember = (item: Item): Member => {
  const { sk: user, ...member } = memberSchema.parse(item);
  return { user, ...member };
};

export const toOrganization = (id: OrganizationId, item: Item): OrganizationRecord => {
  const { createdAt, deletedAt } = organizationSchema.parse(item);
  return { id, createdAt, ...(deletedAt !== undefined && { deletedAt }) };
};

export type StoredInvite = { readonly invite: Invite; readonly tokenHash: string };

export const toInvite = (item: Item): StoredInvite => {
  const { sk: id, tokenHash, ...invite } = inviteSchema.parse(item);
  return { invite: { id, ...invite }, tokenHash };
};

export const toInvitePlace = (item: Item) => tokenSchema.parse(item);

/** A consistent read: what was written is seen. */
export const readItem = async (
  client: DynamoDBClient,
  TableName: string,
  key: Key,
): Promise<Item | undefined> => {
  const command = new GetItemCommand({ TableName, Key: key, ConsistentRead: true });
  return (await client.send(command)).Item;
};

/** All items of a partition whose sort key begins so. */
export async function* queryItems(
  client: DynamoDBClient,
  TableName: string,
  pk: { S: string },
  prefix: string,
): AsyncGenerator<Item> {
  const begins = prefix === "" ? "" : " AND begins_with(sk, :prefix)";
  const pages = paginateQuery(
    { client },
    {
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: `pk = :pk${begins}`,
      ExpressionAttributeValues: { ":pk": pk, ...(begins && { ":prefix": { S: prefix } }) },
    },
  );
  for await (const page of pages) yield* page.Items ?? [];
}

export const organizationItems = (
  { client, tableName }: DirectoryParts,
  id: OrganizationId,
  prefix: string,
) => queryItems(client, tableName, organizationPk(id), prefix);
