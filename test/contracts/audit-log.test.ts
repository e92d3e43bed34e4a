import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { tables } from "../../core/storage/tables";
import { createDynamoAuditLog } from "../../lambdas/shared/aws/dynamo-audit-log";
import { createMemoryAuditLog } from "../fakes/memory-audit-log";
import type { Harness } from "../local/emulators/harness";
import { auditGuarantees, auditRow, noon } from "./audit-log-guarantees";
import { freshOrganization, startCloud } from "./cloud";

describe("the audit log in memory", () => {
  const log = createMemoryAuditLog();
  auditGuarantees(() => log);
});

describe("the audit log in DynamoDB", () => {
  let cloud: Harness;
  beforeAll(async () => {
    cloud = await startCloud();
  });
  afterAll(() => cloud.dispose());
  const open = () => createDynamoAuditLog(cloud.dynamoDb, tables.control.name);
  auditGuarantees(open);

  test("a page is full also where its rows are more than a megabyte", async () => {
    const organization = freshOrganization();
    const log = open();
    const details = { long: "x".repeat(300_000) };
    for (let n = 0; n < 6; n += 1) await log.append(auditRow(organization, noon + n, { details }));
    const page = await log.list(organization, 5);
    expect(page.rows).toHaveLength(5);
    expect((await log.list(organization, 5, page.next)).rows).toHaveLength(1);
  });

  test("DynamoDB may forget a row after 400 days", async () => {
    const organization = freshOrganization();
    const row = auditRow(organization, noon);
    await open().append(row);
    const Key = { pk: { S: `ORG#${organization}#AUDIT` }, sk: { S: row.id } };
    const { Item } = await cloud.dynamoDb.send(
      new GetItemCommand({ TableName: tables.control.name, Key }),
    );
    expect(Item?.expiresAtSeconds).toEqual({ N: String(noon / 1_000 + 400 * 86_400) });
  });
});
