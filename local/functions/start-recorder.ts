import { setTimeout as sleep } from "node:timers/promises";
import { SQSClient } from "@aws-sdk/client-sqs";
import { startQueueSource } from "./queue-source";

export type QueueOptions = {
  readonly usageQueueUrl: string;
  readonly usageQueueArn: string;
  readonly region: string;
  readonly report: (message: string) => void;
};

/**
 * Runs the recorder on the usage queue, through its exported handler. It reads its environment when it
 * is loaded: `process.env` must be complete before.
 *
 * @returns stops it after what is under way.
 */
export const startRecorder = async (options: QueueOptions): Promise<() => Promise<void>> => {
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
