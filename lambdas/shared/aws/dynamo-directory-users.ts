import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { UserId } from "../../../core/contract/fields";
import type { OrganizationId } from "../../../core/ids";
import type { Directory, Membership, User } from "../../../core/ports/directory";
import {
  type DirectoryParts,
  type Item,
  memberKey,
  organizationKey,
  readItem,
  toOrganization,
  toUser,
  userKey,
} from "./dynamo-directory-items";
import { transact, untilSettled } from "./transact";

type Users = Pick<Directory, "findUser" | "addUser" | "setEmail" | "endSessions">;

export const findUser = async (
  { client, tableName }: DirectoryParts,
  user: UserId,
): Promise<User | undefined> => {
  const item = await readItem(client, tableName, userKey(user));
  return item && toUser(item);
};

/** The user's item and the copy in the members' list, as both are written where a user joins. */
const joining = (
  TableName: string,
  { id, email, membership }: User,
  { organization, role, since }: Membership,
): readonly [TransactWriteItem, TransactWriteItem] => {
  const left = membership?.organization;
  const values: Item = {
    ":organization": { S: organization },
    ":role": { S: role },
    ":since": { N: String(since) },
    ":email": { S: email },
    ...(left !== undefined && { ":left": { S: left } }),
  };
  const free = left === undefined ? "attribute_not_exists(organization)" : "organization = :left";
  const user = {
    TableName,
    Key: userKey(id),
    UpdateExpression: "SET organization = :organization, #role = :role, since = :since",
    ConditionExpression: `email = :email AND ${free}`,
    ExpressionAttributeNames: { "#role": "role" },
    ExpressionAttributeValues: values,
  };
  const copy = {
    ...memberKey(organization, id),
    email: { S: email },
    role: { S: role },
    since: { N: String(since) },
  };
  return [{ Update: user }, { Put: { TableName, Item: copy } }];
};

/**
 * What makes a user a member, to be written in one step; undefined where they are one already. A
 * membership in a deleted organization is none: it is given up here.
 */
export const joinActions = async (
  parts: DirectoryParts,
  userId: UserId,
  joined: Membership,
): Promise<readonly TransactWriteItem[] | undefined> => {
  const { client, tableName: TableName } = parts;
  const user = await findUser(parts, userId);
  if (!user) throw new Error(`the directory knows no user ${userId}`);
  const left = user.membership?.organization;
  if (left === undefined) return joining(TableName, user, joined);
  const item = await readItem(client, TableName, organizationKey(left));
  if (item && toOrganization(left, item).deletedAt === undefined) return undefined;
  const forget = { Delete: { TableName, Key: memberKey(left, userId) } };
  return [...joining(TableName, user, joined), forget];
};

const outside = {
  ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(organization)",
};

const within = (organization: OrganizationId, email: string) => ({
  ConditionExpression: "organization = :organization",
  ExpressionAttributeValues: { ":organization": { S: organization }, ":email": { S: email } },
});

const setEmail = async (
  parts: DirectoryParts,
  userId: UserId,
  email: string,
): Promise<"set" | undefined> => {
  const { client, tableName: TableName } = parts;
  const user = await findUser(parts, userId);
  if (!user) return "set";
  const organization = user.membership?.organization;
  const update = {
    TableName,
    UpdateExpression: "SET email = :email",
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeValues: { ":email": { S: email } },
  };
  const failed =
    organization === undefined
      ? await transact(client, [{ Update: { ...update, Key: userKey(userId), ...outside } }])
      : await transact(client, [
          { Update: { ...update, Key: userKey(userId), ...within(organization, email) } },
          { Update: { ...update, Key: memberKey(organization, userId) } },
        ]);
  return failed ? undefined : "set";
};

export const createUsers = (parts: DirectoryParts): Users => {
  const { client, tableName: TableName } = parts;
  return {
    findUser: (user) => findUser(parts, user),

    addUser: ({ id, email, createdAt }) =>
      untilSettled(parts, async () => {
        const Item = {
          ...userKey(id),
          email: { S: email },
          createdAt: { N: String(createdAt) },
          sessionsFrom: { N: "0" },
        };
        const ConditionExpression = "attribute_not_exists(pk)";
        await transact(client, [{ Put: { TableName, Item, ConditionExpression } }]);
        return "added";
      }).then(() => undefined),

    setEmail: async (user, email) => {
      await untilSettled(parts, () => setEmail(parts, user, email));
    },

    endSessions: async (user, before) => {
      const update = {
        TableName,
        Key: userKey(user),
        UpdateExpression: "SET sessionsFrom = :before",
        // Whoever asked for a later time was right already.
        ConditionExpression: "sessionsFrom < :before",
        ExpressionAttributeValues: { ":before": { N: String(before) } },
      };
      await untilSettled(parts, async () => {
        await transact(client, [{ Update: update }]);
        return "ended";
      });
    },
  };
};
