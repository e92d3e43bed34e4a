import { setTimeout as wait } from "node:timers/promises";
import type { ApiEnv } from "../../core/env/api-env";
import { createDynamoDbClient } from "../shared/aws/clients";
import { createDynamoAccessStore } from "../shared/aws/dynamo-access-store";
import { createDynamoAlertStore } from "../shared/aws/dynamo-alert-store";
import { createDynamoAuditLog } from "../shared/aws/dynamo-audit-log";
import { createDynamoDirectory } from "../shared/aws/dynamo-directory";
import { createDynamoExportLinks } from "../shared/aws/dynamo-export-links";
import { createDynamoPlanStore } from "../shared/aws/dynamo-plan-store";
import { createDynamoPromptReader } from "../shared/aws/dynamo-prompt-store";
import { createDynamoRegistry } from "../shared/aws/dynamo-registry";
import { createDynamoTestTickets } from "../shared/aws/dynamo-test-tickets";
import { createDynamoUsageReader } from "../shared/aws/dynamo-usage-store-read";
import { createKmsClient } from "../shared/aws/kms-vault";

/** All that the API keeps and reads in tables. */
export const openStores = (env: ApiEnv, now: () => number) => {
  const client = createDynamoDbClient();
  const { CONTROL_TABLE: control, ACCESS_TABLE: access, USAGE_TABLE: table } = env;
  return {
    access: createDynamoAccessStore(client, access),
    registry: createDynamoRegistry(client, access),
    tickets: createDynamoTestTickets(client, access),
    usage: createDynamoUsageReader({ client, table }),
    prompts: createDynamoPromptReader({ client, table, kms: createKmsClient(), now }),
    directory: createDynamoDirectory({
      client,
      tableName: control,
      random: Math.random,
      sleep: (delayMs) => wait(delayMs),
    }),
    audit: createDynamoAuditLog(client, control),
    alerts: createDynamoAlertStore({ client, tableName: control }),
    links: createDynamoExportLinks(client, control),
    plans: createDynamoPlanStore(client, control),
  };
};
