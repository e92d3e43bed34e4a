import { type AttributeValue, type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { OrganizationId } from "../../../core/ids";
import type { OrganizationEraser } from "../../../core/ports/organization-eraser";
import type { SignIn } from "../../../core/ports/sign-in";
import type { PurgeCounts } from "../../../core/purge/purge-state";
import { tables } from "../../../core/storage/tables";
import { deleteItems } from "./delete-items";
import { organizationOf } from "./organization-of";
import { removeUser } from "./remove-user";

export type EraserParts = {
  readonly client: DynamoDBClient;
  readonly tableNames: Readonly<Record<TableId, string>>;
  readonly signIn: Pick<SignIn, "remove">;
  /** In [0, 1). */
  readonly random: () => number;
  readonly sleep: (delayMs: number) => Promise<unknown>;
};

type TableId = keyof typeof tables;
type Item = Record<string, AttributeValue>;

/** A table of a year's requests is large: so many read it side by side. */
const segments: Readonly<Record<TableId, number>> = { access: 1, limits: 2, usage: 4, control: 1 };

const cursorSchema = z.object({
  table: z.enum(["access", "limits", "usage", "control"]),
  segment: z.int(),
  /** The keys of the last item that was seen. */
  after: z.object({ pk: z.string(), sk: z.string() }).optional(),
});

type Cursor = z.infer<typeof cursorSchema>;

const read = (text: string): Cursor => cursorSchema.parse(JSON.parse(text));

/** One page of a scan: what is the organization's, and where the next page begins. */
const readPage = async (
  { client, tableNames }: EraserParts,
  organization: OrganizationId,
  { table, segment, after }: Cursor,
) => {
  const { Items = [], LastEvaluatedKey: last } = await client.send(
    new ScanCommand({
      TableName: tableNames[table],
      // What was written before the walk began must be seen by it.
      ConsistentRead: true,
      Segment: segment,
      TotalSegments: segments[table],
      ...(after && { ExclusiveStartKey: { pk: { S: after.pk }, sk: { S: after.sk } } }),
      ProjectionExpression: "pk, sk, #organization",
      // Leaves out most of what is others'; what is the organization's is decided below.
      FilterExpression: "contains(pk, :id) OR #organization = :id",
      ExpressionAttributeNames: { "#organization": "organization" },
      ExpressionAttributeValues: { ":id": { S: organization } },
    }),
  );
  const next =
    last?.pk?.S === undefined || last.sk?.S === undefined
      ? undefined
      : JSON.stringify({ table, segment, after: { pk: last.pk.S, sk: last.sk.S } });
  const items = Items.filter((item) => organizationOf(table, item) === organization);
  return { items, ...(next !== undefined && { next }) };
};

const isUser = (table: TableId, { pk }: Item): boolean =>
  table === "control" && pk?.S?.startsWith("USER#") === true;

const countsOf = (table: TableId, items: readonly Item[]): PurgeCounts => {
  const count = (test: (item: Item) => boolean) => items.filter(test).length;
  return {
    requests: table === "usage" ? count(({ pk }) => pk?.S?.split("#")[1] === "requests") : 0,
    keys:
      table === "access"
        ? count(({ pk, sk }) => !!pk?.S?.startsWith("ORG#") && !!sk?.S?.startsWith("KEY#"))
        : 0,
    members: count((item) => isUser(table, item)),
    items: items.length,
  };
};

/**
 * The organization's items in all tables, found by scans: see `docs/decisions/account-purge.md`. With
 * an item of a user goes their account at the sign-in service.
 */
export const createDynamoOrganizationEraser = (parts: EraserParts): OrganizationEraser => ({
  begin: () =>
    (Object.keys(tables) as TableId[]).flatMap((table) =>
      Array.from({ length: segments[table] }, (_, segment) => JSON.stringify({ table, segment })),
    ),

  async count(organization, text) {
    const cursor = read(text);
    const { items, ...more } = await readPage(parts, organization, cursor);
    return { found: countsOf(cursor.table, items), ...more };
  },

  async erase(organization, text) {
    const cursor = read(text);
    const { table } = cursor;
    const tableName = parts.tableNames[table];
    const { items, ...more } = await readPage(parts, organization, cursor);
    for (const user of items.filter((item) => isUser(table, item))) {
      await removeUser({ ...parts, tableName }, organization, user);
    }
    const others = items.filter((item) => !isUser(table, item));
    await deleteItems({ ...parts, tableName }, others);
    return { found: countsOf(table, items), ...more };
  },
});
