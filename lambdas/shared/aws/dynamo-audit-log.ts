import {
  type AttributeValue,
  type DynamoDBClient,
  PutItemCommand,
  paginateQuery,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { UserId } from "../../../core/contract/fields";
import type { OrganizationId } from "../../../core/ids";
import type { AuditLog, AuditRow } from "../../../core/ports/audit-log";
import { parseJson } from "../parse-json";

type Item = Record<string, AttributeValue>;

const keptMs = 400 * 86_400_000;

const text = z.object({ S: z.string() }).transform(({ S }) => S);

const rowSchema = z.object({
  sk: text,
  at: z.object({ N: z.string() }).transform(({ N }) => Number(N)),
  user: text.transform((id) => id as UserId),
  email: text,
  action: text,
  target: text.optional(),
  details: text.transform(parseJson).pipe(z.record(z.string(), z.unknown())),
});

const partition = (organization: OrganizationId) => ({ S: `ORG#${organization}#AUDIT` });

const toRow = (organization: OrganizationId, item: Item): AuditRow => {
  const { sk: id, target, ...row } = rowSchema.parse(item);
  return { id, organization, ...row, ...(target !== undefined && { target }) };
};

const toItem = (row: AuditRow): Item => ({
  pk: partition(row.organization),
  sk: { S: row.id },
  at: { N: String(row.at) },
  user: { S: row.user },
  email: { S: row.email },
  action: { S: row.action },
  ...(row.target !== undefined && { target: { S: row.target } }),
  details: { S: JSON.stringify(row.details) },
  expiresAtSeconds: { N: String(Math.ceil((row.at + keptMs) / 1_000)) },
});

/**
 * The `control` table's audit rows: partition `ORG#<organization>#AUDIT`, sort the row's ULID, so that
 * a page is one query backwards and a cursor is the id it ended with. Kept for 400 days: a year, and
 * time to look back at it.
 */
export const createDynamoAuditLog = (client: DynamoDBClient, TableName: string): AuditLog => ({
  async append(row) {
    await client.send(new PutItemCommand({ TableName, Item: toItem(row) }));
  },

  async list(organization, limit, cursor) {
    const before = cursor === undefined ? "" : " AND sk < :cursor";
    const pages = paginateQuery(
      { client, pageSize: limit },
      {
        TableName,
        ConsistentRead: true,
        ScanIndexForward: false,
        KeyConditionExpression: `pk = :pk${before}`,
        ExpressionAttributeValues: {
          ":pk": partition(organization),
          ...(cursor !== undefined && { ":cursor": { S: cursor } }),
        },
      },
    );
    const rows: AuditRow[] = [];
    // DynamoDB ends a page after a megabyte, however few rows that is.
    for await (const { Items = [] } of pages) {
      rows.push(...Items.slice(0, limit - rows.length).map((item) => toRow(organization, item)));
      if (rows.length >= limit) break;
    }
    const last = rows.length >= limit ? rows.at(-1) : undefined;
    return { rows, ...(last && { next: last.id }) };
  },
});
