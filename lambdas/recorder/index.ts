import { setTimeout as sleep } from "node:timers/promises";
import { TimestreamWriteClient } from "@aws-sdk/client-timestream-write";
import { recorderEnvSchema } from "../../core/env/recorder-env";
import { createDynamoDbClient } from "../shared/aws/clients";
import { createDynamoUsageStore } from "../shared/aws/dynamo-usage-store";
import { createDynamoUsageMarks } from "../shared/aws/dynamo-usage-store-mark";
import { createDynamoUsagePacks } from "../shared/aws/dynamo-usage-store-pack";
import { createDynamoUsageReader } from "../shared/aws/dynamo-usage-store-read";
import { createTimestreamUsageSeries } from "../shared/aws/timestream-usage-series";
import { createPowertoolsLog } from "../shared/powertools-log";
import { createDayPacker } from "./pack-days";
import { type BatchOutcome, type QueueBatch, recordBatch } from "./record-batch";

const env = recorderEnvSchema.parse(process.env);
const { TIMESTREAM_DATABASE: database, TIMESTREAM_TABLE: table } = env;

const usage = { client: createDynamoDbClient(), table: env.USAGE_TABLE };
const store = createDynamoUsageStore({ ...usage, random: Math.random, sleep });
const packDays = createDayPacker({
  marks: createDynamoUsageMarks(usage),
  packs: createDynamoUsagePacks(usage),
  consistent: createDynamoUsageReader({ ...usage, consistent: true }),
  now: Date.now,
});
const series =
  database && table
    ? createTimestreamUsageSeries(new TimestreamWriteClient({}), { database, table })
    : undefined;
const log = createPowertoolsLog("recorder");

/** Takes batches of the usage queue; the event source must have `ReportBatchItemFailures` on. */
export const handler = (batch: QueueBatch): Promise<BatchOutcome> =>
  recordBatch(batch, { store, series, packDays, log });
