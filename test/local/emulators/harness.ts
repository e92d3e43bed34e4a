import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { SQSClient } from "@aws-sdk/client-sqs";
import {
  type Emulators,
  type EmulatorsOptions,
  startEmulators,
} from "../../../local/emulators/start-emulators";

export const accessKeyId = "AKIALOCALTEST";

export const clientConfig = (endpoint: string) => ({
  endpoint,
  region: "us-east-1",
  credentials: { accessKeyId, secretAccessKey: "not-a-secret" },
});

const makeClients = (endpoint: string) => ({
  dynamoDb: new DynamoDBClient(clientConfig(endpoint)),
  kms: new KMSClient(clientConfig(endpoint)),
  sqs: new SQSClient(clientConfig(endpoint)),
});

export type Harness = ReturnType<typeof makeClients> & {
  readonly dataDir: string;
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

const openHarness = async (
  dataDir: string,
  clock: { ms: number },
  options: Options,
): Promise<Harness> => {
  const emulators = await startEmulators({
    dataDir,
    now: () => clock.ms,
    accessKeyId,
    ...options,
  });
  const clients = makeClients(emulators.endpoint);
  const close = async () => {
    for (const client of Object.values(clients)) client.destroy();
    await emulators.close();
  };
  return {
    ...clients,
    dataDir,
    emulators,
    advance: (ms) => {
      clock.ms += ms;
    },
    restart: async () => {
      await close();
      return openHarness(dataDir, clock, options);
    },
    dispose: async () => {
      await close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

/** Emulators on an empty folder with a clock of their own, and SDK clients that speak to them. */
export const startHarness = async (options: Options = {}): Promise<Harness> =>
  openHarness(await mkdtemp(join(tmpdir(), "smashcost-emulators-")), { ms: startMs }, options);
