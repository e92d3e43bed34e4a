import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { OrganizationId } from "../../core/ids";
import type { UsageReader } from "../../core/ports/usage-store";
import { createDynamoUsageReader } from "../../lambdas/shared/aws/dynamo-usage-store-read";
import { type CloudEnvironment, startCloud } from "../../local/cloud";
import { startRecorder } from "../../local/functions/start-recorder";
import type { Identity } from "../../local/identity";
import { region, tableNames } from "../../local/resources";
import { runRole } from "../processes/role";

export type RecorderInput = {
  readonly dataDir: string;
  readonly identity: Identity;
  /** Where the usage queue is. */
  readonly queueCloud: CloudEnvironment;
};

const dayMs = 86_400_000;

const periodOf = (organization: OrganizationId) => {
  const now = Date.now();
  return { organization, from: now - dayMs, to: now + dayMs };
};

/** The requests that the minutes' totals add up to. */
const countTotals = async (reader: UsageReader, organization: OrganizationId) => {
  const totals = await reader.totals(periodOf(organization), "minute");
  return totals.reduce((sum, bucket) => sum + Number(bucket.totals.requests), 0);
};

const countRows = async (reader: UsageReader, organization: OrganizationId) => {
  const ids = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await reader.requests(periodOf(organization), 1_000, cursor);
    for (const { id } of page.events) ids.add(id);
    cursor = page.next;
  } while (cursor !== undefined);
  return ids.size;
};

const role = async ({ dataDir, identity, queueCloud }: RecorderInput) => {
  const report = (message: string) => console.error(message);
  const options = { dataDir, identity, pace: "instant", apiKeys: {}, timeZone: "UTC" } as const;
  // A table has machines of its own at AWS: what is recorded must not keep a limit waiting.
  const cloud = await startCloud({ ...options, functions: false, report });
  process.env.AWS_ENDPOINT_URL_SQS = queueCloud.AWS_ENDPOINT_URL;
  const stopRecorder = await startRecorder({
    usageQueueUrl: queueCloud.USAGE_QUEUE_URL ?? "",
    usageQueueArn: queueCloud.USAGE_QUEUE_ARN ?? "",
    region,
    report,
  });
  const reader = createDynamoUsageReader({
    client: new DynamoDBClient({}),
    table: tableNames.usage,
  });
  return {
    ready: {},
    commands: {
      totals: () => countTotals(reader, identity.organization),
      rows: () => countRows(reader, identity.organization),
    },
    async stop() {
      await stopRecorder();
      await cloud.stop();
    },
  };
};

export type RecorderCommands = Awaited<ReturnType<typeof role>>["commands"];

/** The recorder, and the table that it writes. */
runRole(role);
