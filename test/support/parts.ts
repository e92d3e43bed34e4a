import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import {
  GetQueueAttributesCommand,
  type QueueAttributeName,
  SetQueueAttributesCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import type { CloudPartOptions, CloudPartReady } from "./cloud-part";
import type { FunctionsPartOptions } from "./functions-part";
import type { GatewayPartOptions, GatewayPartReady } from "./gateway-part";
import { type Part, startPart } from "./part-process";
import { newDataDir } from "./product";
import { openRecords, type Records } from "./records";

/** The product in three processes: what AWS runs, the gateway, and the functions. */
export type Parts = {
  readonly apiKey: string;
  readonly gatewayUrl: string;
  readonly records: Records;
  /** Kills the functions in whatever they do and starts them anew; true if they were running. */
  crashFunctions(): Promise<boolean>;
  /** Resolves once the usage queue holds nothing, and fails after 60 s. */
  untilQueueIsEmpty(): Promise<void>;
  dispose(): Promise<void>;
};

/** Seconds after which what a killed function had taken comes again; AWS's would be a minute. */
const visibilityTimeout = "5";

const waiting: readonly QueueAttributeName[] = [
  "ApproximateNumberOfMessages",
  "ApproximateNumberOfMessagesNotVisible",
];

const queueOf = (environment: CloudPartReady["environment"]) => {
  const QueueUrl = environment.USAGE_QUEUE_URL ?? "";
  const client = new SQSClient({
    endpoint: environment.AWS_ENDPOINT_URL ?? "",
    region: environment.AWS_REGION ?? "",
    credentials: {
      accessKeyId: environment.AWS_ACCESS_KEY_ID ?? "",
      secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? "",
    },
  });
  return {
    client,
    bringBackSoon: () =>
      client.send(
        new SetQueueAttributesCommand({
          QueueUrl,
          Attributes: { VisibilityTimeout: visibilityTimeout },
        }),
      ),
    async isEmpty() {
      const { Attributes = {} } = await client.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...waiting] }),
      );
      return waiting.every((name) => Attributes[name] === "0");
    },
  };
};

export const startParts = async (options: Omit<CloudPartOptions, "dataDir">): Promise<Parts> => {
  const dataDir = newDataDir();
  const cloud = await startPart<CloudPartReady>("cloud-part", {
    ...options,
    dataDir,
  } satisfies CloudPartOptions);
  const { environment, sandboxUrl, apiKey, orgId } = cloud.ready;
  const queue = queueOf(environment);
  await queue.bringBackSoon();
  const startFunctions = () =>
    startPart<object>(
      "functions-part",
      {
        usageQueueUrl: environment.USAGE_QUEUE_URL ?? "",
        usageQueueArn: environment.USAGE_QUEUE_ARN ?? "",
      } satisfies FunctionsPartOptions,
      environment,
    );
  const gatewayOptions: GatewayPartOptions = { sandboxUrl };
  const [gateway, firstFunctions]: [Part<GatewayPartReady>, Part<object>] = await Promise.all([
    startPart<GatewayPartReady>("gateway-part", gatewayOptions, environment),
    startFunctions(),
  ]);
  let functions = firstFunctions;
  const records = openRecords({ dataDir, awsEndpoint: environment.AWS_ENDPOINT_URL ?? "", orgId });
  return {
    apiKey,
    gatewayUrl: gateway.ready.url,
    records,
    async crashFunctions() {
      const ran = functions.isRunning();
      await functions.kill();
      functions = await startFunctions();
      return ran;
    },
    async untilQueueIsEmpty() {
      for (let waited = 0; waited < 60_000; waited += 200) {
        if (await queue.isEmpty()) return;
        await sleep(200);
      }
      throw new Error("the usage queue did not run empty within 60 s");
    },
    async dispose() {
      records.close();
      queue.client.destroy();
      for (const part of [gateway, functions, cloud]) await part.kill();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
