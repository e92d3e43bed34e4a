import { setTimeout as sleep } from "node:timers/promises";
import { SQSClient } from "@aws-sdk/client-sqs";
import { startQueueSource } from "./queue-source";

export type FunctionsOptions = {
  readonly usageQueueUrl: string;
  readonly usageQueueArn: string;
  readonly region: string;
  readonly report: (message: string) => void;
};

/**
 * Runs the functions that AWS would run beside the gateway, through their exported handlers. Each
 * reads its environment when it is loaded: `process.env` must be complete before.
 *
 * @returns stops them after what is under way.
 */
export const startFunctions = async (options: FunctionsOptions): Promise<() => Promise<void>> => {
  const { usageQueueUrl: queueUrl, usageQueueArn: queueArn, region, report } = options;
  const recorder = await import("../../lambdas/recorder/index");
  return startQueueSource({
    client: new SQSClient({}),
    queueUrl,
    queueArn,
    region,
    handler: (event) => recorder.handler(event),
    sleep: (delayMs) => sleep(delayMs),
    report,
  });
};
