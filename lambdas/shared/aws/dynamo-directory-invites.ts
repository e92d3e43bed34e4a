import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { InviteId } from "../../../core/contract/fields";
import type { OrganizationId } from "../../../core/ids";
import type { Directory, Invite } from "../../../core/ports/directory";
import {
  type DirectoryParts,
  type Item,
  inviteKey,
  invitePrefix,
  organizationItems,
  organizationKey,
  readItem,
  type StoredInvite,
  toInvite,
  toInvitePlace,
  tokenKey,
} from "./dynamo-directory-items";
import { countOwner } from "./dynamo-directory-members";
import { joinActions } from "./dynamo-directory-users";
import { transact, untilSettled } from "./transact";

type Invites = Pick<
  Directory,
  | "putInvite"
  | "renewInvite"
  | "findInvite"
  | "getInvite"
  | "listInvites"
  | "removeInvite"
  | "acceptInvite"
>;

/** Expired invites are shown for so long, to be sent anew; then they are forgotten. */
const keptMs = 30 * 86_400_000;

const read = async (
  { client, tableName }: DirectoryParts,
  organization: OrganizationId,
  invite: InviteId,
): Promise<StoredInvite | undefined> => {
  const item = await readItem(client, tableName, inviteKey(organization, invite));
  return item && toInvite(item);
};

const findInvite = async (
  parts: DirectoryParts,
  tokenHash: string,
): Promise<Invite | undefined> => {
  const item = await readItem(parts.client, parts.tableName, tokenKey(tokenHash));
  if (!item) return undefined;
  const { organization, id } = toInvitePlace(item);
  const stored = await read(parts, organization, id);
  return stored?.tokenHash === tokenHash ? stored.invite : undefined;
};

const itemsOf = (invite: Invite, tokenHash: string): readonly [Item, Item] => {
  const { id, organization, email, role, invitedBy, sentAt, expiresAt } = invite;
  const common = {
    organization: { S: organization },
    expiresAtSeconds: { N: String(Math.ceil((expiresAt + keptMs) / 1_000)) },
  };
  const item = {
    ...inviteKey(organization, id),
    ...common,
    email: { S: email },
    role: { S: role },
    invitedBy: { S: invitedBy },
    sentAt: { N: String(sentAt) },
    expiresAt: { N: String(expiresAt) },
    tokenHash: { S: tokenHash },
  };
  return [item, { ...tokenKey(tokenHash), ...common, id: { S: id } }];
};

/** Stored under the hash that it was read with. */
const unchanged = (tokenHash: string) => ({
  ConditionExpression: "tokenHash = :hash",
  ExpressionAttributeValues: { ":hash": { S: tokenHash } },
});

const ifNew = { ConditionExpression: "attribute_not_exists(pk)" };

/** Writes the invite over the one that was read, or where none was. */
const put = async (
  { client, tableName: TableName }: DirectoryParts,
  invite: Invite,
  tokenHash: string,
  earlier: StoredInvite | undefined,
): Promise<boolean> => {
  const [item, token] = itemsOf(invite, tokenHash);
  const forget: TransactWriteItem[] =
    earlier && earlier.tokenHash !== tokenHash
      ? [{ Delete: { TableName, Key: tokenKey(earlier.tokenHash) } }]
      : [];
  const failed = await transact(client, [
    { Put: { TableName, Item: item, ...(earlier ? unchanged(earlier.tokenHash) : ifNew) } },
    { Put: { TableName, Item: token } },
    ...forget,
  ]);
  return !failed;
};

const removeInvite = async (
  parts: DirectoryParts,
  organization: OrganizationId,
  id: InviteId,
): Promise<"removed" | "not-found" | undefined> => {
  const { client, tableName: TableName } = parts;
  const stored = await read(parts, organization, id);
  if (!stored) return "not-found";
  const { tokenHash } = stored;
  const failed = await transact(client, [
    { Delete: { TableName, Key: inviteKey(organization, id), ...unchanged(tokenHash) } },
    { Delete: { TableName, Key: tokenKey(tokenHash) } },
  ]);
  return failed ? undefined : "removed";
};

/** The organization must be there; a new owner is counted. */
const admitting = (TableName: string, { organization, role }: Invite): TransactWriteItem => {
  const ConditionExpression = "attribute_exists(pk) AND attribute_not_exists(deletedAt)";
  if (role === "owner") {
    return { Update: countOwner(TableName, organization, 1, ConditionExpression) };
  }
  return { ConditionCheck: { TableName, Key: organizationKey(organization), ConditionExpression } };
};

const acceptInvite = async (
  parts: DirectoryParts,
  ...[invite, user, at]: Parameters<Directory["acceptInvite"]>
): Promise<"joined" | "gone" | "has-one" | undefined> => {
  const { client, tableName: TableName } = parts;
  const { organization, id, sentAt } = invite;
  const stored = await read(parts, organization, id);
  if (stored?.invite.sentAt !== sentAt) return "gone";
  const { role } = stored.invite;
  const joins = await joinActions(parts, user, { organization, role, since: at });
  if (!joins) return "has-one";
  const failed = await transact(client, [
    admitting(TableName, stored.invite),
    {
      Delete: { TableName, Key: inviteKey(organization, id), ...unchanged(stored.tokenHash) },
    },
    { Delete: { TableName, Key: tokenKey(stored.tokenHash) } },
    ...joins,
  ]);
  if (failed?.[0]) return "gone";
  return failed ? undefined : "joined";
};

export const createInvites = (parts: DirectoryParts): Invites => ({
  putInvite: (invite, tokenHash) =>
    untilSettled(parts, async () => {
      const earlier = await read(parts, invite.organization, invite.id);
      if (earlier && earlier.invite.expiresAt > invite.sentAt) return "has-one";
      return (await put(parts, invite, tokenHash, earlier)) ? "put" : undefined;
    }),

  renewInvite: (invite, tokenHash) =>
    untilSettled(parts, async () => {
      const earlier = await read(parts, invite.organization, invite.id);
      if (!earlier) return "not-found";
      return (await put(parts, invite, tokenHash, earlier)) ? "renewed" : undefined;
    }),

  findInvite: (tokenHash) => findInvite(parts, tokenHash),

  getInvite: async (organization, invite) => (await read(parts, organization, invite))?.invite,

  async listInvites(organization) {
    const invites: Invite[] = [];
    for await (const item of organizationItems(parts, organization, invitePrefix)) {
      invites.push(toInvite(item).invite);
    }
    return invites;
  },

  removeInvite: (organization, invite) =>
    untilSettled(parts, () => removeInvite(parts, organization, invite)),

  acceptInvite: (...given) => untilSettled(parts, () => acceptInvite(parts, ...given)),
});
