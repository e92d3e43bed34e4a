import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { UserId } from "../../../core/contract/fields";
import type { Role } from "../../../core/contract/role";
import type { OrganizationId } from "../../../core/ids";
import type { Directory, Member } from "../../../core/ports/directory";
import {
  type DirectoryParts,
  memberKey,
  memberPrefix,
  organizationItems,
  organizationKey,
  toMember,
  userKey,
} from "./dynamo-directory-items";
import { findUser } from "./dynamo-directory-users";
import { transact, untilSettled } from "./transact";

type Members = Pick<Directory, "listMembers" | "changeRole" | "removeMember">;

/** A member as they were read. */
type Place = { readonly organization: OrganizationId; readonly user: UserId; readonly role: Role };

const placeOf = async (
  parts: DirectoryParts,
  organization: OrganizationId,
  user: UserId,
): Promise<Place | undefined> => {
  const membership = (await findUser(parts, user))?.membership;
  if (membership?.organization !== organization) return undefined;
  return { organization, user, role: membership.role };
};

/**
 * One owner more, or one fewer of several. The count stands in one item that every such change
 * writes, so that two owners who go at the same time can't both be the last but one.
 */
export const countOwner = (
  TableName: string,
  organization: OrganizationId,
  more: 1 | -1,
  condition = "attribute_exists(pk)",
) => ({
  TableName,
  Key: organizationKey(organization),
  UpdateExpression: "SET owners = owners + :more",
  ConditionExpression: `owners > :least AND ${condition}`,
  ExpressionAttributeValues: {
    ":more": { N: String(more) },
    ":least": { N: more < 0 ? "1" : "0" },
  },
});

const ownersAfter = (
  TableName: string,
  { organization, role }: Place,
  next: Role | undefined,
): readonly TransactWriteItem[] => {
  if ((role === "owner") === (next === "owner")) return [];
  return [{ Update: countOwner(TableName, organization, next === "owner" ? 1 : -1) }];
};

/** The user's item changes only where it still says what was read. */
const guarded = (TableName: string, { organization, user, role }: Place) => ({
  TableName,
  Key: userKey(user),
  ConditionExpression: "organization = :organization AND #role = :was",
  ExpressionAttributeNames: { "#role": "role" },
  ExpressionAttributeValues: { ":organization": { S: organization }, ":was": { S: role } },
});

const changed = (TableName: string, place: Place, role: Role): readonly TransactWriteItem[] => {
  const user = guarded(TableName, place);
  const copy = {
    TableName,
    Key: memberKey(place.organization, place.user),
    UpdateExpression: "SET #role = :role",
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeNames: { "#role": "role" },
    ExpressionAttributeValues: { ":role": { S: role } },
  };
  const values = { ...user.ExpressionAttributeValues, ":role": { S: role } };
  const update = {
    ...user,
    UpdateExpression: copy.UpdateExpression,
    ExpressionAttributeValues: values,
  };
  return [{ Update: update }, { Update: copy }];
};

const removed = (TableName: string, place: Place): readonly TransactWriteItem[] => [
  {
    Update: {
      ...guarded(TableName, place),
      UpdateExpression: "REMOVE organization, #role, since",
    },
  },
  { Delete: { TableName, Key: memberKey(place.organization, place.user) } },
];

/** Changes user and copy with the owners' count; undefined where somebody was faster. */
const write = async (
  { client, tableName }: DirectoryParts,
  place: Place,
  next: Role | undefined,
): Promise<"written" | "last-owner" | undefined> => {
  const pair = next ? changed(tableName, place, next) : removed(tableName, place);
  const failed = await transact(client, [...pair, ...ownersAfter(tableName, place, next)]);
  if (!failed) return "written";
  const [user, copy, owners] = failed;
  return owners && !user && !copy ? "last-owner" : undefined;
};

export const createMembers = (parts: DirectoryParts): Members => ({
  async listMembers(organization) {
    const members: Member[] = [];
    for await (const item of organizationItems(parts, organization, memberPrefix)) {
      members.push(toMember(item));
    }
    return members;
  },

  changeRole: (organization, user, role) =>
    untilSettled(parts, async () => {
      const place = await placeOf(parts, organization, user);
      if (!place) return "not-found";
      if (place.role === role) return "changed";
      const outcome = await write(parts, place, role);
      return outcome === "written" ? "changed" : outcome;
    }),

  removeMember: (organization, user) =>
    untilSettled(parts, async () => {
      const place = await placeOf(parts, organization, user);
      if (!place) return "not-found";
      const outcome = await write(parts, place, undefined);
      return outcome === "written" ? "removed" : outcome;
    }),
});
