import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { tables } from "../../core/storage/tables";
import type { WriteParts } from "../../lambdas/shared/aws/dynamo-usage-store-write";
import { createTables } from "../../local/create-tables";
import { startEmulators } from "../../local/emulators/start-emulators";

export type UsageEmulator = {
  readonly endpoint: string;
  /** What a store is made of, with a client of its own. */
  readonly parts: () => WriteParts;
  /** Moves the table's clock, and lets it forget what has expired by then. */
  readonly moveClockTo: (at: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Before everything that the tests record, so that nothing has expired. */
const beginning = Date.parse("2026-01-01T00:00:00Z");

const signIn = {
  region: "us-east-1",
  credentials: { accessKeyId: "test", secretAccessKey: "test" },
};

/** An emulated DynamoDB with an empty usage table. */
export const openUsageEmulator = async (): Promise<UsageEmulator> => {
  const dataDir = await mkdtemp(join(tmpdir(), "usage-store-"));
  let clock = beginning;
  const emulators = await startEmulators({ dataDir, now: () => clock });
  const clients: DynamoDBClient[] = [];
  const newClient = (): DynamoDBClient => {
    const client = new DynamoDBClient({ ...signIn, endpoint: emulators.endpoint });
    clients.push(client);
    return client;
  };
  await createTables(newClient(), [tables.usage]);
  return {
    endpoint: emulators.endpoint,
    parts: () => ({
      client: newClient(),
      table: tables.usage.name,
      random: Math.random,
      sleep: (delayMs) => new Promise((wake) => setTimeout(wake, delayMs)),
    }),
    moveClockTo: async (at) => {
      clock = at;
      await emulators.tick();
    },
    close: async () => {
      for (const client of clients) client.destroy();
      await emulators.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
