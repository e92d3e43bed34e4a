import { setTimeout as sleep } from "node:timers/promises";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { SESClient } from "@aws-sdk/client-ses";
import { SNSClient } from "@aws-sdk/client-sns";
import { ulid } from "ulid";
import { alertsEnvSchema } from "../../core/env/alerts-env";
import { createDynamoDbClient } from "../shared/aws/clients";
import { createDynamoAlertStore } from "../shared/aws/dynamo-alert-store";
import { createDynamoDirectory } from "../shared/aws/dynamo-directory";
import { createDynamoRegistry } from "../shared/aws/dynamo-registry";
import { createDynamoUsageReader } from "../shared/aws/dynamo-usage-store-read";
import { createEventBridgeAlertEvents } from "../shared/aws/eventbridge-alert-events";
import { createSesMailer } from "../shared/aws/ses-mailer";
import { createSnsAlertTopic } from "../shared/aws/sns-alert-topic";
import { createPowertoolsAlertMetrics } from "../shared/powertools-alert-metrics";
import { createPowertoolsLog } from "../shared/powertools-log";
import type { AlertsParts } from "./alerts-parts";
import { checkAlerts } from "./check-alerts";

const env = alertsEnvSchema.parse(process.env);
const client = createDynamoDbClient();
const control = { client, tableName: env.CONTROL_TABLE };

const parts: AlertsParts = {
  store: createDynamoAlertStore(control),
  usage: createDynamoUsageReader({ client, table: env.USAGE_TABLE }),
  directory: createDynamoDirectory({ ...control, random: Math.random, sleep: (ms) => sleep(ms) }),
  organizations: createDynamoRegistry(client, env.ACCESS_TABLE),
  mailer: createSesMailer(new SESClient({}), { from: env.MAIL_FROM }),
  topic:
    env.ALERT_TOPIC_ARN === undefined
      ? undefined
      : createSnsAlertTopic(new SNSClient({}), env.ALERT_TOPIC_ARN),
  events: createEventBridgeAlertEvents(new EventBridgeClient({})),
  metrics: createPowertoolsAlertMetrics(),
  log: createPowertoolsLog("alerts"),
  now: () => Date.now(),
  newCrossingId: (at) => ulid(at),
  dashboardUrl: env.DASHBOARD_URL,
};

/** Runs each minute by a schedule, whose event says nothing; at most for a minute. */
export const handler = (): Promise<void> => checkAlerts(parts);
