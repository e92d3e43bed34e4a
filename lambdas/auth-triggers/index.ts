import { setTimeout as sleep } from "node:timers/promises";
import { authTriggersEnvSchema } from "../../core/env/auth-triggers-env";
import { createDynamoDbClient } from "../shared/aws/clients";
import { createDynamoDirectory } from "../shared/aws/dynamo-directory";
import { createDynamoRegistry } from "../shared/aws/dynamo-registry";
import { createPowertoolsLog } from "../shared/powertools-log";
import { runTrigger, type TriggerEvent } from "./run-trigger";

const env = authTriggersEnvSchema.parse(process.env);
const client = createDynamoDbClient();

const parts = {
  directory: createDynamoDirectory({
    client,
    tableName: env.CONTROL_TABLE,
    random: Math.random,
    sleep,
  }),
  registry: createDynamoRegistry(client, env.ACCESS_TABLE),
  now: () => Date.now(),
  sleep,
  dashboardUrl: env.DASHBOARD_URL,
  log: createPowertoolsLog("auth-triggers"),
};

/** What the user pool's triggers CustomMessage and PostConfirmation run. */
export const handler = (event: TriggerEvent): Promise<TriggerEvent> => runTrigger(event, parts);
