import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import type { ProviderId } from "../core/catalog/provider-id";
import type { CredentialSettings } from "../core/ports/access-store";
import { createDynamoAccessStore } from "../lambdas/shared/aws/dynamo-access-store";
import { createDynamoRegistry } from "../lambdas/shared/aws/dynamo-registry";
import { createKmsSealer } from "../lambdas/shared/aws/kms-vault";
import { adoptEnvironment } from "./adopt-environment";
import { startEmulators } from "./emulators/start-emulators";
import { startFunctions } from "./functions/start-functions";
import type { Identity } from "./identity";
import { provision } from "./provision";
import { region, tableNames } from "./resources";
import type { Pace } from "./sandbox/pace";
import { startSandbox } from "./sandbox/sandbox";
import { seed } from "./seed";

export type CloudOptions = {
  readonly dataDir: string;
  readonly identity: Identity;
  readonly pace: Pace;
  readonly apiKeys: Partial<Record<ProviderId, string>>;
  /** @default none */
  readonly accounts?: Partial<Record<ProviderId, CredentialSettings>>;
  readonly timeZone: string;
  /** False where another process runs the functions. @default true */
  readonly functions?: boolean;
  /** The queue delivers each n-th message twice. @default never */
  readonly duplicateEvery?: number;
  readonly report: (message: string) => void;
};

/** The environment that the gateway and the functions are given, AWS's own variables included. */
export type CloudEnvironment = Readonly<Record<string, string>>;

export type Cloud = {
  readonly environment: CloudEnvironment;
  readonly sandboxUrl: string;
  stop(): Promise<void>;
};

const now = () => Date.now();

/**
 * Stands up all that is AWS's part, and the sandbox provider, in this thread; it sets `process.env`
 * so that the ordinary SDK clients made here find the emulators.
 */
export const startCloud = async (options: CloudOptions): Promise<Cloud> => {
  const { dataDir, identity, pace, apiKeys, timeZone, duplicateEvery, report } = options;
  const emulators = await startEmulators({
    dataDir: join(dataDir, "aws"),
    now,
    accessKeyId: identity.accessKeyId,
    ...(duplicateEvery !== undefined && { duplicateEvery }),
  });
  const aws = {
    AWS_ENDPOINT_URL: emulators.endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: identity.accessKeyId,
    AWS_SECRET_ACCESS_KEY: identity.secretAccessKey,
    POWERTOOLS_LOG_LEVEL: "WARN",
  };
  adoptEnvironment(aws);
  const { usageQueueUrl, usageQueueArn, vaultKeyId, promptKeyId } = await provision();
  const environment = {
    ...aws,
    ACCESS_TABLE: tableNames.access,
    LIMITS_TABLE: tableNames.limits,
    USAGE_TABLE: tableNames.usage,
    USAGE_QUEUE_URL: usageQueueUrl,
    USAGE_QUEUE_ARN: usageQueueArn,
    PROMPT_KEY_ID: promptKeyId,
  };
  adoptEnvironment(environment);
  const dynamo = new DynamoDBClient({});
  await seed(identity, apiKeys, options.accounts ?? {}, {
    registry: createDynamoRegistry(dynamo, tableNames.access),
    access: createDynamoAccessStore(dynamo, tableNames.access),
    sealer: createKmsSealer(new KMSClient({}), vaultKeyId),
    now,
    timeZone,
  });
  const sandbox = await startSandbox({ now, random: Math.random, pace });
  // Nothing waits for the functions: they take up what the queue holds whenever they are ready.
  const functions =
    options.functions === false
      ? undefined
      : startFunctions({ usageQueueUrl, usageQueueArn, region, report });
  functions?.catch((error: unknown) => report(`the functions can't start: ${String(error)}`));
  return {
    environment,
    sandboxUrl: sandbox.baseUrl,
    async stop() {
      await (await functions)?.();
      await sandbox.close();
      await emulators.close();
    },
  };
};
