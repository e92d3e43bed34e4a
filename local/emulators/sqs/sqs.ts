import type { Operations } from "../operation";
import { openBroker } from "./broker";
import type { MessageAttributes } from "./message";
import { queueOperations } from "./queue-operations";
import { receiveOperations } from "./receive";
import { createSender, sendOperations } from "./send";
import { settleOperations } from "./settle";

export type SqsOptions = {
  /** The journal's file. */
  readonly path: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** Where the emulators listen; queue URLs begin with it. */
  readonly endpoint: () => string;
  /** Each n-th message is delivered twice, as SQS may. @default never */
  readonly duplicateEvery?: number | undefined;
};

export type SqsEmulator = {
  readonly operations: Operations;
  /** Puts a message into the queue of an ARN, as other services do; throws `QueueDoesNotExist`. */
  readonly deliver: (
    queueArn: string,
    body: string,
    attributes?: MessageAttributes,
  ) => Promise<void>;
  /** Lets those who wait for messages look at the clock again. */
  readonly wake: () => void;
  /** Ends all long polls at once, with what they have. */
  readonly interrupt: () => void;
  readonly close: () => Promise<void>;
};

/** SQS with standard queues: in memory, and in a journal before anything is acknowledged. */
export const openSqs = async (options: SqsOptions): Promise<SqsEmulator> => {
  const broker = await openBroker(options.path, options.now);
  const send = createSender(broker, options.duplicateEvery);
  return {
    operations: {
      ...queueOperations(broker, options.endpoint),
      ...sendOperations(broker, send),
      ...receiveOperations(broker),
      ...settleOperations(broker),
    },
    deliver: (queueArn, body, attributes = {}) => {
      const queue = broker.find(queueArn);
      return broker.commit(
        send(queue, { MessageBody: body, MessageAttributes: attributes }).records,
      );
    },
    wake: broker.wake,
    interrupt: broker.interrupt,
    close: broker.close,
  };
};
