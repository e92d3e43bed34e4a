import type { OrganizationId } from "../../../core/ids";
import type { Directory } from "../../../core/ports/directory";
import {
  type DirectoryParts,
  listingKey,
  listingPk,
  organizationKey,
  queryItems,
  readItem,
  toOrganization,
} from "./dynamo-directory-items";
import { joinActions } from "./dynamo-directory-users";
import { transact, untilSettled } from "./transact";

type Organizations = Pick<
  Directory,
  "findOrganization" | "organizations" | "addOrganization" | "markDeleted"
>;

const ifNew = "attribute_not_exists(pk)";

const addOrganization = async (
  parts: DirectoryParts,
  ...[organization, owner, at]: Parameters<Directory["addOrganization"]>
): Promise<"added" | "has-one" | undefined> => {
  const { client, tableName: TableName } = parts;
  const joins = await joinActions(parts, owner, { organization, role: "owner", since: at });
  if (!joins) return "has-one";
  const createdAt = { N: String(at) };
  const record = { ...organizationKey(organization), createdAt, owners: { N: "1" } };
  const listing = { ...listingKey(organization), createdAt, organization: { S: organization } };
  const failed = await transact(client, [
    { Put: { TableName, Item: record, ConditionExpression: ifNew } },
    { Put: { TableName, Item: listing } },
    ...joins,
  ]);
  if (failed?.[0]) throw new Error(`there is an organization ${organization} already`);
  return failed ? undefined : "added";
};

const markDeleted = async (
  { client, tableName: TableName }: DirectoryParts,
  organization: OrganizationId,
  at: number,
): Promise<"marked"> => {
  const mark = {
    TableName,
    Key: organizationKey(organization),
    UpdateExpression: "SET deletedAt = :at",
    ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(deletedAt)",
    ExpressionAttributeValues: { ":at": { N: String(at) } },
  };
  // Refused where there is none, or the mark is there: both are as it should be.
  await transact(client, [
    { Update: mark },
    { Delete: { TableName, Key: listingKey(organization) } },
  ]);
  return "marked";
};

export const createOrganizations = (parts: DirectoryParts): Organizations => {
  const { client, tableName } = parts;
  return {
    async findOrganization(organization) {
      const item = await readItem(client, tableName, organizationKey(organization));
      return item && toOrganization(organization, item);
    },

    async *organizations() {
      for await (const item of queryItems(client, tableName, listingPk, "")) {
        yield toOrganization((item.sk?.S ?? "") as OrganizationId, item);
      }
    },

    addOrganization: (...given) => untilSettled(parts, () => addOrganization(parts, ...given)),

    markDeleted: async (organization, at) => {
      await untilSettled(parts, () => markDeleted(parts, organization, at));
    },
  };
};
