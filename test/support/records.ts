import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { OrganizationId, RequestId } from "../../core/ids";
import type { AccessStore } from "../../core/ports/access-store";
import type { Registry } from "../../core/ports/registry";
import type { UsageStore } from "../../core/ports/usage-store";
import type { BucketTotals, Interval } from "../../core/usage/bucket";
import type { UsageEvent } from "../../core/usage/usage-event";
import { createDynamoAccessStore } from "../../lambdas/shared/aws/dynamo-access-store";
import { createDynamoRegistry } from "../../lambdas/shared/aws/dynamo-registry";
import { createDynamoUsageStore } from "../../lambdas/shared/aws/dynamo-usage-store";
import type { Identity } from "../../local/identity";
import { region, tableNames } from "../../local/resources";
import type { Product } from "./product";

/** A running product's tables, through the adapters that production uses. */
export type Records = {
  readonly client: DynamoDBClient;
  readonly registry: Registry;
  readonly access: AccessStore;
  readonly store: UsageStore;
  /** All rows so far, newest first. */
  rows(): Promise<readonly UsageEvent[]>;
  /** Resolves once there are so many rows, and fails after 20 s. */
  untilRows(count: number): Promise<readonly UsageEvent[]>;
  /** Resolves with the row of that id once it is there, and fails after 20 s. */
  untilRow(id: string): Promise<UsageEvent>;
  totals(interval: Interval): Promise<readonly BucketTotals[]>;
  close(): void;
};

const dayMs = 86_400_000;

export const openRecords = (
  product: Pick<Product, "dataDir" | "awsEndpoint" | "orgId">,
): Records => {
  const identity = JSON.parse(
    readFileSync(join(product.dataDir, "identity.json"), "utf8"),
  ) as Identity;
  const client = new DynamoDBClient({
    endpoint: product.awsEndpoint,
    region,
    credentials: {
      accessKeyId: identity.accessKeyId,
      secretAccessKey: identity.secretAccessKey,
    },
  });
  const store = createDynamoUsageStore({
    client,
    table: tableNames.usage,
    random: Math.random,
    sleep: (delayMs) => sleep(delayMs),
  });
  const period = () => ({
    organization: product.orgId as OrganizationId,
    from: Date.now() - 2 * dayMs,
    to: Date.now() + 2 * dayMs,
  });
  const rows = async () => {
    const events: UsageEvent[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.requests(period(), 1_000, cursor);
      events.push(...page.events);
      cursor = page.next;
    } while (cursor !== undefined);
    return events;
  };
  return {
    client,
    registry: createDynamoRegistry(client, tableNames.access),
    access: createDynamoAccessStore(client, tableNames.access),
    store,
    rows,
    async untilRows(count) {
      for (let waited = 0; waited < 20_000; waited += 100) {
        const events = await rows();
        if (events.length >= count) return events;
        await sleep(100);
      }
      throw new Error(`only ${(await rows()).length} of ${count} rows came within 20 s`);
    },
    async untilRow(id) {
      for (let waited = 0; waited < 20_000; waited += 50) {
        const event = await store.find(period().organization, id as unknown as RequestId);
        if (event) return event;
        await sleep(50);
      }
      throw new Error(`no row of request '${id}' came within 20 s`);
    },
    totals: (interval) => store.totals(period(), interval),
    close: () => client.destroy(),
  };
};
