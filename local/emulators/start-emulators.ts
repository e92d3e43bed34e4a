import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Log } from "../../core/ports/log";
import { openCognito } from "./cognito/cognito";
import type { SendMail } from "./cognito/send-code";
import { openDynamoDb } from "./dynamodb/dynamodb";
import { openEventBridge } from "./eventbridge/eventbridge";
import { createListener } from "./http/handle";
import { openKms } from "./kms/kms";
import { createLambdaTarget, type Invoke } from "./lambda-target";
import { openScheduler } from "./scheduler/scheduler";
import { openSns } from "./sns/sns";
import { openSqs } from "./sqs/sqs";
import { createTargets } from "./targets";

export type EmulatorsOptions = {
  /** The folder that keeps all state; made where it is missing. One process at a time. */
  readonly dataDir: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** @default any free one */
  readonly port?: number;
  /** The only access key that is let in. @default any */
  readonly accessKeyId?: string;
  /** How Lambda targets and triggers are run. @default they can't be */
  readonly invoke?: Invoke;
  /** Who takes the e-mails that Cognito sends. @default nobody, and they are lost */
  readonly sendMail?: SendMail;
  /** SQS delivers each n-th message twice. @default never */
  readonly duplicateEvery?: number;
  /** Told of targets that could not be reached. @default nobody */
  readonly log?: Log;
};

export type Emulators = {
  /** To be given to the SDK clients as `endpoint`. */
  readonly endpoint: string;
  /** Does now what timers do otherwise: runs due schedules, deletes expired items. */
  readonly tick: () => Promise<void>;
  /** Ends what is under way, and resolves when files and port are free. */
  readonly close: () => Promise<void>;
};

const scheduleEveryMs = 1000;
const sweepEveryMs = 5 * 60_000;

const listen = async (server: Server, port: number): Promise<string> => {
  // Longer than any client keeps an idle connection, so that none is cut under a request.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const openServices = async (options: EmulatorsOptions, endpoint: () => string) => {
  const { dataDir, now, duplicateEvery, log } = options;
  const file = (name: string): string => join(dataDir, name);
  const lambda = createLambdaTarget(options.invoke, log);
  const dynamoDb = await openDynamoDb(file("dynamodb"), now);
  const kms = await openKms(file("kms.json"), now);
  const { invoke, sendMail } = options;
  const cognito = await openCognito({ path: file("cognito.json"), now, invoke, sendMail });
  const sqs = await openSqs({ path: file("sqs.journal"), now, endpoint, duplicateEvery });
  const sns = await openSns({
    path: file("sns.json"),
    now,
    lambda,
    log,
    deliverToQueue: sqs.deliver,
  });
  const send = createTargets({ sqs, sns, lambda });
  const eventBridge = await openEventBridge({ path: file("eventbridge.json"), now, send, log });
  const scheduler = await openScheduler({ path: file("scheduler.json"), now, send, log });
  return { lambda, dynamoDb, kms, cognito, sqs, sns, eventBridge, scheduler };
};

/** Repeats something in the background until stopped; never two at once, never holding the process. */
const repeat = (everyMs: number, run: () => Promise<void>, log: Log | undefined) => {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= run()
      .catch((error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        log?.error("the emulators' background work failed", { message });
      })
      .finally(() => {
        running = undefined;
      });
  }, everyMs);
  timer.unref();
  return async (): Promise<void> => {
    clearInterval(timer);
    await running;
  };
};

/** Stands in for AWS on 127.0.0.1, towards the ordinary SDK clients. */
export const startEmulators = async (options: EmulatorsOptions): Promise<Emulators> => {
  let endpoint = "";
  const services = await openServices(options, () => endpoint);
  const { lambda, dynamoDb, kms, cognito, sqs, sns, eventBridge, scheduler } = services;
  const json = {
    DynamoDB_20120810: { version: "1.0", operations: dynamoDb.operations },
    TrentService: { version: "1.1", operations: kms },
    AmazonSQS: { version: "1.0", operations: sqs.operations },
    AWSCognitoIdentityProviderService: {
      version: "1.1",
      operations: cognito.operations,
      publicOperations: cognito.publicOperations,
    },
    AWSEvents: { version: "1.1", operations: eventBridge },
  } as const;
  const listener = createListener(
    {
      json,
      document: cognito.document,
      sns: sns.operations,
      scheduler: scheduler.operations,
    },
    options.accessKeyId,
  );
  const server = createServer(listener);
  endpoint = await listen(server, options.port ?? 0);
  const stopSchedules = repeat(scheduleEveryMs, scheduler.runDue, options.log);
  const stopSweeps = repeat(sweepEveryMs, dynamoDb.sweep, options.log);
  return {
    endpoint,
    tick: async () => {
      sqs.wake();
      await scheduler.runDue();
      await dynamoDb.sweep();
    },
    close: async () => {
      // Functions that run may still call in here, so the server goes after them.
      await Promise.all([stopSchedules(), stopSweeps(), lambda.close()]);
      const closed = new Promise((resolve) => server.close(resolve));
      sqs.interrupt();
      server.closeIdleConnections();
      await closed;
      await sqs.close();
      await dynamoDb.close();
    },
  };
};
