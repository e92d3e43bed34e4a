import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  paginateScan,
} from "@aws-sdk/client-dynamodb";
import type { KeyId, OrganizationId } from "../../../core/ids";
import type { PicoUsd } from "../../../core/money/amounts";
import { isRefusal } from "../../../core/ports/limit-store";
import { tables } from "../../../core/storage/tables";
import { createDynamoFeedbackStore } from "../../../lambdas/shared/aws/dynamo-feedback-store";
import { createDynamoLimitStore } from "../../../lambdas/shared/aws/dynamo-limit-store";
import { createDynamoPlanStore } from "../../../lambdas/shared/aws/dynamo-plan-store";
import { createDynamoRegistry } from "../../../lambdas/shared/aws/dynamo-registry";
import { createDynamoSessionStore } from "../../../lambdas/shared/aws/dynamo-session-store";
import { createDynamoUsageStore } from "../../../lambdas/shared/aws/dynamo-usage-store";
import { keyRecord, settingsOf } from "../../contracts/access-store-guarantees";
import { leaseMs, noon } from "../../contracts/limit-world";
import { subscriptionOf } from "../../contracts/plan-store-guarantees";
import { sessionMemory } from "../../contracts/session-store-guarantees";
import { idAt, usageEvent } from "../../contracts/usage-event-arbitrary";

type Item = Record<string, AttributeValue>;

const clocks = { random: Math.random, sleep: (delayMs: number) => sleep(delayMs) };

const put = async (client: DynamoDBClient, table: string, items: readonly Item[]) => {
  await client.send(
    new BatchWriteItemCommand({
      RequestItems: { [table]: items.map((one) => ({ PutRequest: { Item: one } })) },
    }),
  );
};

const item = (pk: string, sk: string, more: Item = {}): Item => ({
  pk: { S: pk },
  sk: { S: sk },
  ...more,
});

/** People, invites, audit rows, alerts and links: as their stores lay them out. */
const fillControl = (client: DynamoDBClient, id: OrganizationId, users: readonly string[]) => {
  const organization = { S: id };
  return put(client, tables.control.name, [
    ...users.flatMap((user) => [
      item(`USER#${user}`, "USER", { organization, role: { S: "owner" } }),
      item(`ORG#${id}`, `MEMBER#${user}`, { email: { S: "owner@example.com" } }),
    ]),
    item("ORGS", id, { organization }),
    item(`ORG#${id}`, "ORGANIZATION", { createdAt: { N: "1" } }),
    item(`ORG#${id}`, "INVITE#abcdefghijklmnop", { email: { S: "guest@example.com" } }),
    item(`INVITE#${createHash("sha256").update(id).digest("hex")}`, "INVITE", { organization }),
    item(`ORG#${id}`, "AUDIT#01JZ", { action: { S: "keys.create" } }),
    item(`ORG#${id}`, "ALERTS", { threshold: { N: "5" } }),
    item(`EXPORT#${id}#token`, "EXPORT", { filters: { S: "{}" } }),
  ]);
};

const fillAccess = async (client: DynamoDBClient, id: OrganizationId) => {
  const table = tables.access.name;
  const registry = createDynamoRegistry(client, table);
  await registry.putOrganization(settingsOf(id));
  await registry.putKey(id, keyRecord());
  await registry.putKey(id, keyRecord({ id: "Key0000002" as KeyId }));
  const ciphertext = Uint8Array.from([1, 2, 3]);
  await registry.putCredential(id, { provider: "openai", ciphertext, last4: "1234", updatedAt: 1 });
  const feedback = createDynamoFeedbackStore({ client, tableName: table, ...clocks });
  const scored = { offer: "openai/gpt-5" as const, task: "code" as const, score: 1, at: noon };
  await feedback.score({ organization: id, request: idAt(noon, 1), ...scored });
  await put(client, table, [item(`TEST#${id}`, "ab12")]);
};

const fillLimits = async (client: DynamoDBClient, id: OrganizationId) => {
  const tableName = tables.limits.name;
  const now = () => noon;
  const instance = "process1";
  const limits = createDynamoLimitStore({ client, tableName, now, instance, leaseMs, ...clocks });
  const some = { budget: { dailyMicroUsd: 1_000_000 }, requestsPerMinute: 10 };
  const reservation = await limits.reserve(
    {
      organization: id,
      organizationLimits: some,
      key: "Key0000001" as KeyId,
      keyLimits: some,
      timeZone: "UTC",
    },
    1_000 as PicoUsd,
  );
  if (isRefusal(reservation)) throw new Error("the limits of the test are too low");
  const sessions = createDynamoSessionStore(client, tableName, now);
  await sessions.remember({ organization: id, session: "fedcba9876543210" }, sessionMemory());
};

/** The requests that each organization is given. */
export const requestCount = 37;

const fillUsage = async (client: DynamoDBClient, id: OrganizationId, other: OrganizationId) => {
  const table = tables.usage.name;
  const store = createDynamoUsageStore({ client, table, ...clocks });
  const events = Array.from({ length: requestCount }, (_, at) =>
    // Somebody may name their customers as others' organizations are called.
    usageEvent({ at: noon + at * 600_000, organization: id, tags: { customer: other } }, at),
  );
  await store.record(events);
  await put(client, table, [
    item(`${id}#packed#2026-11`, "2026-11-24T00:00:00.000Z#day#0000", {
      cells: { B: Uint8Array.from([9]) },
    }),
    item(`${id}#keys`, "Key0000001", { lastUsedAt: { N: "1" } }),
    item(`${id}#prompt#req_1`, "PROMPT", { sealed: { B: Uint8Array.from([9]) } }),
  ]);
};

/** An organization with something of every kind. */
export const fillOrganization = async (
  client: DynamoDBClient,
  id: OrganizationId,
  users: readonly string[],
  other: OrganizationId,
): Promise<void> => {
  await fillControl(client, id, users);
  await fillAccess(client, id);
  await fillLimits(client, id);
  await fillUsage(client, id, other);
  const plans = createDynamoPlanStore(client, tables.control.name);
  await plans.linkCustomer(id, `cus_${id}`);
  const event = `evt_${id}`;
  const subscription = subscriptionOf();
  await plans.write({ organization: id, version: 1, subscription, event, at: noon });
};

/** All items of all tables as texts, each with its table. */
export const readEverything = async (client: DynamoDBClient): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const { name: TableName } of Object.values(tables)) {
    for await (const page of paginateScan({ client }, { TableName, ConsistentRead: true })) {
      for (const one of page.Items ?? []) {
        const sorted = Object.entries(one).sort(([a], [b]) => a.localeCompare(b));
        found.push(`${TableName} ${JSON.stringify(sorted)}`);
      }
    }
  }
  return found.sort();
};
