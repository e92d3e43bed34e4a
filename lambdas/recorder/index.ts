import { setTimeout as sleep } from "node:timers/promises";
import { TimestreamWriteClient } from "@aws-sdk/client-timestream-write";
import { recorderEnvSchema } from "../../core/env/recorder-env";
import { createDynamoDbClient } from "../shared/aws/clients";
import { createDynamoUsageStore } from "../shared/aws/dynamo-usage-store";
import { createTimestreamUsageSeries } from "../shared/aws/timestream-usage-series";
import { createPowertoolsLog } from "../shared/powertools-log";
import { type BatchOutcome, type QueueBatch, recordBatch } from "./record-batch";

const env = recorderEnvSchema.parse(process.env);
const { TIMESTREAM_DATABASE: database, TIMESTREAM_TABLE: table } = env;

const store = createDynamoUsageStore({
  client: createDynamoDbClient(),
  table: env.USAGE_TABLE,
  random: Math.random,
  sleep,
});
const series =
  database && table
    ? createTimestreamUsageSeries(new TimestreamWriteClient({}), { database, table })
    : undefined;
const log = createPowertoolsLog("recorder");

/** Takes batches of the usage queue; the event source must have `ReportBatchItemFailures` on. */
export const handler = (batch: QueueBatch): Promise<BatchOutcome> =>
  recordBatch(batch, { store, series, log });
