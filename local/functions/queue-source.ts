import {
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";

export type QueueSourceOptions = {
  readonly client: SQSClient;
  readonly queueUrl: string;
  readonly queueArn: string;
  readonly region: string;
  readonly handler: (event: SQSEvent) => Promise<SQSBatchResponse>;
  readonly sleep: (delayMs: number) => Promise<void>;
  readonly report: (message: string) => void;
};

/** As the stacks set the event source up. */
const mostMessages = 100;
const mostPerCall = 10;

const toRecord = (message: Message, queueArn: string, awsRegion: string): SQSRecord => ({
  messageId: message.MessageId ?? "",
  receiptHandle: message.ReceiptHandle ?? "",
  body: message.Body ?? "",
  attributes: (message.Attributes ?? {}) as unknown as SQSRecord["attributes"],
  messageAttributes: {},
  md5OfBody: message.MD5OfBody ?? "",
  eventSource: "aws:sqs",
  eventSourceARN: queueArn,
  awsRegion,
});

/**
 * Feeds a function from a queue as Lambda's event source does: long polls, batches, and deletes
 * what the function did not report as failed; the rest comes again after its visibility timeout.
 *
 * @returns stops it after the batch under way.
 */
export const startQueueSource = (options: QueueSourceOptions): (() => Promise<void>) => {
  const { client, queueUrl, queueArn, region, handler, sleep, report } = options;
  const stopping = new AbortController();

  const receive = async (waitSeconds: number): Promise<readonly Message[]> => {
    const { Messages } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: mostPerCall,
        WaitTimeSeconds: waitSeconds,
        MessageSystemAttributeNames: ["ApproximateReceiveCount", "SentTimestamp"],
      }),
      { abortSignal: stopping.signal },
    );
    return Messages ?? [];
  };

  /** Waits for a first message, then takes what else is there. */
  const gather = async (): Promise<readonly Message[]> => {
    const messages = [...(await receive(20))];
    let last = messages.length;
    while (last === mostPerCall && messages.length < mostMessages) {
      const more = await receive(0);
      messages.push(...more);
      last = more.length;
    }
    return messages;
  };

  const handle = async (messages: readonly Message[]): Promise<void> => {
    const Records = messages.map((message) => toRecord(message, queueArn, region));
    const { batchItemFailures } = await handler({ Records });
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    const done = messages.filter(({ MessageId }) => !failed.has(MessageId ?? ""));
    for (let from = 0; from < done.length; from += mostPerCall) {
      const Entries = done
        .slice(from, from + mostPerCall)
        .map(({ ReceiptHandle }, at) => ({ Id: String(at), ReceiptHandle }));
      await client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
    }
  };

  const run = async (): Promise<void> => {
    const stopped = () => stopping.signal.aborted;
    while (!stopped()) {
      try {
        const messages = await gather();
        if (messages.length > 0) await handle(messages);
      } catch (error) {
        if (stopped()) return;
        report(`a batch of the usage queue failed and will come again: ${String(error)}`);
        await sleep(500);
      }
    }
  };

  const running = run();
  return async () => {
    stopping.abort();
    await running;
  };
};
