import { setTimeout as sleep } from "node:timers/promises";
import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { SESClient } from "@aws-sdk/client-ses";
import * as z from "zod";
import { accountPurgeEnvSchema } from "../../core/env/account-purge-env";
import type { OrganizationId } from "../../core/ids";
import { createDynamoDbClient } from "../shared/aws/clients";
import { createCognitoClient, createCognitoSignIn } from "../shared/aws/cognito-sign-in";
import { createDynamoDirectory } from "../shared/aws/dynamo-directory";
import { createDynamoOrganizationEraser } from "../shared/aws/dynamo-organization-eraser";
import { createDynamoRegistry } from "../shared/aws/dynamo-registry";
import { createSchedulerPurgeJournal } from "../shared/aws/scheduler-purge-journal";
import { createSesMailer } from "../shared/aws/ses-mailer";
import { createPowertoolsLog } from "../shared/powertools-log";
import { runPurge } from "./run-purge";

const env = accountPurgeEnvSchema.parse(process.env);
const client = createDynamoDbClient();
const clocks = { random: Math.random, sleep: (delayMs: number) => sleep(delayMs) };
const now = () => Date.now();

const parts = {
  journal: createSchedulerPurgeJournal(new SchedulerClient({}), {
    functionArn: env.PURGE_FUNCTION_ARN,
    roleArn: env.SCHEDULER_ROLE_ARN,
  }),
  registry: createDynamoRegistry(client, env.ACCESS_TABLE),
  directory: createDynamoDirectory({ client, tableName: env.CONTROL_TABLE, ...clocks }),
  eraser: createDynamoOrganizationEraser({
    client,
    tableNames: {
      access: env.ACCESS_TABLE,
      limits: env.LIMITS_TABLE,
      usage: env.USAGE_TABLE,
      control: env.CONTROL_TABLE,
    },
    signIn: createCognitoSignIn(createCognitoClient(), env.USER_POOL_ID),
    ...clocks,
  }),
  mailer: createSesMailer(new SESClient({}), { from: env.MAIL_FROM }),
  log: createPowertoolsLog("account-purge"),
  now,
};

/** A page of a scan and its deletions, the receipt, and the last save fit into it. */
const spareMs = 60_000;

/** The schedule brings how far it was; what counts is how far it is, which is read. */
const eventSchema = z.object({
  organization: z.string().transform((text) => text as OrganizationId),
});

/** What is used of a Lambda context. */
type Deadline = { readonly getRemainingTimeInMillis: () => number };

/** Goes on with one organization's purge, as its schedule asks. */
export const handler = async (event: unknown, context: Deadline): Promise<void> => {
  const { organization } = eventSchema.parse(event);
  await runPurge(organization, parts, now() + context.getRemainingTimeInMillis() - spareMs);
};
