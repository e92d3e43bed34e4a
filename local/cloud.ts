import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { SESClient } from "@aws-sdk/client-ses";
import { SNSClient } from "@aws-sdk/client-sns";
import type { ProviderId } from "../core/catalog/provider-id";
import type { CredentialSettings } from "../core/ports/access-store";
import { createDynamoAccessStore } from "../lambdas/shared/aws/dynamo-access-store";
import { createDynamoDirectory } from "../lambdas/shared/aws/dynamo-directory";
import { createDynamoRegistry } from "../lambdas/shared/aws/dynamo-registry";
import { createKmsSealer } from "../lambdas/shared/aws/kms-vault";
import { adoptEnvironment } from "./adopt-environment";
import { createUserPool } from "./create-user-pool";
import { startEmulators } from "./emulators/start-emulators";
import { functionArns, invokeFunction } from "./functions/invoked-functions";
import { serveFunctions } from "./functions/serve-functions";
import { startRecorder } from "./functions/start-recorder";
import type { Identity } from "./identity";
import { createSendMail } from "./mail/send-mail";
import { startMail } from "./mail/start-mail";
import { provision } from "./provision";
import { provisionAlerts } from "./provision-alerts";
import { mailFrom, region, schedulerRoleArn, tableNames } from "./resources";
import type { Pace } from "./sandbox/pace";
import { startSandbox } from "./sandbox/sandbox";
import { seed } from "./seed";
import { seedUser } from "./seed-user";

export type CloudOptions = {
  readonly dataDir: string;
  readonly identity: Identity;
  readonly pace: Pace;
  readonly apiKeys: Partial<Record<ProviderId, string>>;
  /** @default none */
  readonly accounts?: Partial<Record<ProviderId, CredentialSettings>>;
  readonly timeZone: string;
  /** Where browsers and mails' links come in, without a path. @default nowhere */
  readonly publicUrl?: string;
  /** Providers at another address than their own. @default none */
  readonly baseUrls?: Partial<Record<ProviderId, string>>;
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
  /** What the front door passes on to; empty where the functions run elsewhere. */
  readonly doors: Doors;
  stop(): Promise<void>;
};

/** Addresses without a path. */
export type Doors = {
  readonly api: string;
  readonly signIn: string;
  readonly inbox: string;
};

const now = () => Date.now();
const nowhere = "http://127.0.0.1";

/** The emulators, and mail, as the SDK's clients of this thread find them. */
const startAws = async ({ dataDir, identity, duplicateEvery }: CloudOptions) => {
  const { accessKeyId, secretAccessKey } = identity;
  const mail = await startMail({ path: join(dataDir, "aws", "mail.json"), now, accessKeyId });
  const emulators = await startEmulators({
    dataDir: join(dataDir, "aws"),
    now,
    accessKeyId,
    invoke: invokeFunction,
    sendMail: (letter) => createSendMail(new SESClient({}), mailFrom)(letter),
    ...(duplicateEvery !== undefined && { duplicateEvery }),
  });
  const environment = {
    AWS_ENDPOINT_URL: emulators.endpoint,
    AWS_ENDPOINT_URL_SES: mail.endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    POWERTOOLS_LOG_LEVEL: "WARN",
    POWERTOOLS_METRICS_DISABLED: "true",
  };
  adoptEnvironment(environment);
  return { emulators, mail, environment };
};

/** Creates what is missing, and says how the functions find it. */
const provisionAll = async (endpoint: string, publicUrl: string) => {
  const [{ usageQueueUrl, usageQueueArn, vaultKeyId, promptKeyId }, pool, { topicArn }] =
    await Promise.all([
      provision(),
      createUserPool(new CognitoIdentityProviderClient({}), {
        triggers: {
          customMessage: functionArns.authTriggers,
          postConfirmation: functionArns.authTriggers,
        },
      }),
      provisionAlerts(
        { scheduler: new SchedulerClient({}), sns: new SNSClient({}) },
        functionArns.alerts,
      ),
    ]);
  return {
    ACCESS_TABLE: tableNames.access,
    LIMITS_TABLE: tableNames.limits,
    USAGE_TABLE: tableNames.usage,
    CONTROL_TABLE: tableNames.control,
    USAGE_QUEUE_URL: usageQueueUrl,
    USAGE_QUEUE_ARN: usageQueueArn,
    VAULT_KEY_ID: vaultKeyId,
    PROMPT_KEY_ID: promptKeyId,
    USER_POOL_ID: pool.userPoolId,
    USER_POOL_CLIENT_ID: pool.userPoolClientId,
    USER_POOL_JWKS_URL: `${endpoint}/${pool.userPoolId}/.well-known/jwks.json`,
    SIGN_IN_ENDPOINT: `${publicUrl}/cognito`,
    DASHBOARD_URL: publicUrl,
    GATEWAY_URL: publicUrl,
    MAIL_FROM: mailFrom,
    ALERT_TOPIC_ARN: topicArn,
    PURGE_FUNCTION_ARN: functionArns.accountPurge,
    SCHEDULER_ROLE_ARN: schedulerRoleArn,
  };
};

const seedAll = async (
  { identity, apiKeys, accounts = {}, timeZone }: CloudOptions,
  { VAULT_KEY_ID, USER_POOL_ID }: Awaited<ReturnType<typeof provisionAll>>,
): Promise<void> => {
  const dynamo = new DynamoDBClient({});
  await seed(identity, apiKeys, accounts, {
    registry: createDynamoRegistry(dynamo, tableNames.access),
    access: createDynamoAccessStore(dynamo, tableNames.access),
    sealer: createKmsSealer(new KMSClient({}), VAULT_KEY_ID),
    now,
    timeZone,
  });
  await seedUser(identity, {
    client: new CognitoIdentityProviderClient({}),
    userPoolId: USER_POOL_ID,
    directory: createDynamoDirectory({
      client: dynamo,
      tableName: tableNames.control,
      random: Math.random,
      sleep: (delayMs) => sleep(delayMs),
    }),
    now,
  });
};

/**
 * Stands up all that is AWS's part, and the sandbox provider, in this thread; it sets `process.env`
 * so that the ordinary SDK clients made here find the emulators.
 */
export const startCloud = async (options: CloudOptions): Promise<Cloud> => {
  const { pace, publicUrl = nowhere, baseUrls = {}, report } = options;
  const { emulators, mail, environment: aws } = await startAws(options);
  const resources = await provisionAll(emulators.endpoint, publicUrl);
  const environment = { ...aws, ...resources };
  adoptEnvironment(environment);
  await seedAll(options, resources);
  const sandbox = await startSandbox({ now, random: Math.random, pace });
  const functions = options.functions ?? true;
  // Nothing waits for the recorder: it takes up what the queue holds whenever it is ready.
  const recorder = functions
    ? startRecorder({
        usageQueueUrl: resources.USAGE_QUEUE_URL,
        usageQueueArn: resources.USAGE_QUEUE_ARN,
        region,
        report,
      })
    : undefined;
  recorder?.catch((error: unknown) => report(`the recorder can't start: ${String(error)}`));
  const host = functions
    ? await serveFunctions({ sandbox: sandbox.baseUrl, ...baseUrls })
    : undefined;
  return {
    environment,
    sandboxUrl: sandbox.baseUrl,
    doors: { api: host?.url ?? "", signIn: emulators.endpoint, inbox: mail.inboxUrl },
    async stop() {
      await host?.close();
      await (await recorder)?.();
      await sandbox.close();
      await emulators.close();
      await mail.close();
    },
  };
};
