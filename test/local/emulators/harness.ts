import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { KMSClient } from "@aws-sdk/client-kms";
import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import { createTables } from "../../../local/create-tables";
import {
  type Emulators,
  type EmulatorsOptions,
  startEmulators,
} from "../../../local/emulators/start-emulators";

const accessKeyId = "AKIALOCALTEST";

export const clientConfig = (endpoint: string) => ({
  endpoint,
  region: "us-east-1",
  credentials: { accessKeyId, secretAccessKey: "not-a-secret" },
});

const makeClients = (endpoint: string) => ({
  cognito: new CognitoIdentityProviderClient(clientConfig(endpoint)),
  dynamoDb: new DynamoDBClient(clientConfig(endpoint)),
  eventBridge: new EventBridgeClient(clientConfig(endpoint)),
  kms: new KMSClient(clientConfig(endpoint)),
  scheduler: new SchedulerClient(clientConfig(endpoint)),
  sns: new SNSClient(clientConfig(endpoint)),
  sqs: new SQSClient(clientConfig(endpoint)),
});

export type Harness = ReturnType<typeof makeClients> & {
  readonly emulators: Emulators;
  /** Moves the emulators' clock. */
  advance(ms: number): void;
  /** Closes the emulators and opens them again on the same data. */
  restart(): Promise<Harness>;
  /** Closes everything and removes the data. */
  dispose(): Promise<void>;
};

/** 2026-11-24T00:00:00Z: the time at which every harness begins. */
export const startMs = 1_795_478_400_000;

type Options = Partial<Omit<EmulatorsOptions, "dataDir" | "now">>;

/** Emulators on a folder that may hold the data of others before them. */
export const openHarness = async (
  dataDir: string,
  options: Options = {},
  clock = { ms: startMs },
): Promise<Harness> => {
  const emulators = await startEmulators({ dataDir, now: () => clock.ms, accessKeyId, ...options });
  const clients = makeClients(emulators.endpoint);
  const close = async () => {
    for (const client of Object.values(clients)) client.destroy();
    await emulators.close();
  };
  return {
    ...clients,
    emulators,
    advance: (ms) => {
      clock.ms += ms;
    },
    restart: async () => {
      await close();
      return openHarness(dataDir, options, clock);
    },
    dispose: async () => {
      await close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

export const makeDataDir = (): Promise<string> => mkdtemp(join(tmpdir(), "smashcost-emulators-"));

/** Emulators on an empty folder with a clock of their own, and SDK clients that speak to them. */
export const startHarness = async (options: Options = {}): Promise<Harness> =>
  openHarness(await makeDataDir(), options);

export const itemsTable = {
  name: "items",
  partitionKey: "pk",
  sortKey: "sk",
  timeToLive: "expiresAtSeconds",
} as const;

/** A harness with one table. */
export const startHarnessWithTable = async (): Promise<Harness> => {
  const harness = await startHarness();
  await createTables(harness.dynamoDb, [itemsTable]);
  return harness;
};

/** `n` things at once. */
export const times = <Value>(n: number, run: (index: number) => Promise<Value>) =>
  Promise.all(Array.from({ length: n }, (_, index) => run(index)));

/** A value that must be there for the test to go on. */
export const given = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error("the answer lacks a member that the test needs");
  return value;
};
