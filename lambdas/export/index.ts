import { exportEnvSchema } from "../../core/env/export-env";
import { createDynamoDbClient } from "../shared/aws/clients";
import { createDynamoAccessStore } from "../shared/aws/dynamo-access-store";
import { createDynamoExportLinks } from "../shared/aws/dynamo-export-links";
import { createDynamoRegistry } from "../shared/aws/dynamo-registry";
import { createDynamoUsageReader } from "../shared/aws/dynamo-usage-store-read";
import { createPowertoolsLog } from "../shared/powertools-log";
import { createExportHandler } from "./export-handler";

const env = exportEnvSchema.parse(process.env);
const client = createDynamoDbClient();

/** Gives files of requests to whoever has a link to one. */
export const handler = createExportHandler({
  links: createDynamoExportLinks(client, env.CONTROL_TABLE),
  usage: createDynamoUsageReader({ client, table: env.USAGE_TABLE }),
  registry: createDynamoRegistry(client, env.ACCESS_TABLE),
  access: createDynamoAccessStore(client, env.ACCESS_TABLE),
  log: createPowertoolsLog("export"),
  now: () => Date.now(),
});
