import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { tables } from "../../core/storage/tables";
import { createDayPacker } from "../../lambdas/recorder/pack-days";
import { createDynamoUsageStore } from "../../lambdas/shared/aws/dynamo-usage-store";
import { createDynamoUsageMarks } from "../../lambdas/shared/aws/dynamo-usage-store-mark";
import { createDynamoUsagePacks } from "../../lambdas/shared/aws/dynamo-usage-store-pack";
import { createDynamoUsageReader } from "../../lambdas/shared/aws/dynamo-usage-store-read";
import { createTables } from "../../local/create-tables";
import { startEmulators } from "../../local/emulators/start-emulators";

const accessKeyId = "AKIABENCH";

/** Emulators with the usage table in a folder; without one in a folder that goes when they close. */
export const openStack = async (dataDir?: string) => {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), "smashcost-bench-")));
  const emulators = await startEmulators({ dataDir: folder, now: Date.now, accessKeyId });
  const client = new DynamoDBClient({
    endpoint: emulators.endpoint,
    region: "us-east-1",
    credentials: { accessKeyId, secretAccessKey: "not-a-secret" },
  });
  await createTables(client, [tables.usage]);
  const parts = { client, table: tables.usage.name, random: Math.random, sleep };
  return {
    client,
    store: createDynamoUsageStore(parts),
    packDays: createDayPacker({
      marks: createDynamoUsageMarks(parts),
      packs: createDynamoUsagePacks(parts),
      consistent: createDynamoUsageReader({ ...parts, consistent: true }),
      now: Date.now,
    }),
    close: async () => {
      client.destroy();
      await emulators.close();
      if (dataDir === undefined) await rm(folder, { recursive: true });
    },
  };
};
