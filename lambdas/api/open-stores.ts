import { setTimeout as wait } from "node:timers/promises";
import type { ApiEnv } from "../../core/env/api-env";
import type { UsageCells } from "../../core/ports/usage-cells";
import type { UsageReader } from "../../core/ports/usage-store";
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
import { createDynamoUsageMarks } from "../shared/aws/dynamo-usage-store-mark";
import { createDynamoUsagePacks } from "../shared/aws/dynamo-usage-store-pack";
import { createDynamoUsageReader } from "../shared/aws/dynamo-usage-store-read";
import { createKmsClient } from "../shared/aws/kms-vault";
import { createRememberedCells } from "../shared/remember-cells";

/** Some 150 bytes each. */
const mostCells = 400_000;

/** Sums are remembered as long as nothing came to them; rows are read anew. */
const openUsage = (
  client: ReturnType<typeof createDynamoDbClient>,
  table: string,
): UsageReader & UsageCells => {
  const reader = createDynamoUsageReader({ client, table });
  const remembered = createRememberedCells({
    marks: createDynamoUsageMarks({ client, table }),
    packs: createDynamoUsagePacks({ client, table }),
    consistent: createDynamoUsageReader({ client, table, consistent: true }),
    mostCells,
  });
  return { ...reader, ...remembered };
};

/** All that the API keeps and reads in tables. */
export const openStores = (env: ApiEnv, now: () => number) => {
  const client = createDynamoDbClient();
  const { CONTROL_TABLE: control, ACCESS_TABLE: access, USAGE_TABLE: table } = env;
  return {
    access: createDynamoAccessStore(client, access),
    registry: createDynamoRegistry(client, access),
    tickets: createDynamoTestTickets(client, access),
    usage: openUsage(client, table),
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
