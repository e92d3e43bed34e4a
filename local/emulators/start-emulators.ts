import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { openDynamoDb } from "./dynamodb/dynamodb";
import { EmulatorError } from "./emulator-error";
import { admit } from "./http/admit";
import { sendJson, sendJsonError } from "./http/json-answer";
import { readBody } from "./http/read-body";
import { openKms } from "./kms/kms";
import { findOperation, type Operations } from "./operation";
import { openSqs } from "./sqs/sqs";

/** Runs a function as Lambda would; resolves with what it answers. */
export type Invoke = (functionName: string, event: unknown) => Promise<unknown>;

export type EmulatorsOptions = {
  /** The folder that keeps all state; made where it is missing. */
  readonly dataDir: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** @default any free one */
  readonly port?: number;
  /** The only access key that is let in. @default any */
  readonly accessKeyId?: string;
  /** How Lambda targets are run; without it they can't be. */
  readonly invoke?: Invoke;
  /** SQS delivers each n-th message twice. @default never */
  readonly duplicateEvery?: number;
};

export type Emulators = {
  /** To be given to the SDK clients as `endpoint`. */
  readonly endpoint: string;
  /** Does now what timers do otherwise: deletes expired items, runs due schedules. */
  tick(): Promise<void>;
  /** Ends what is under way, and resolves when files and port are free. */
  close(): Promise<void>;
};

type JsonService = { readonly contentType: string; readonly operations: Operations };
type JsonServices = Readonly<Record<string, JsonService>>;

const answer = async (
  services: JsonServices,
  accessKeyId: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  response.setHeader("x-amzn-requestid", randomUUID());
  let contentType = "application/x-amz-json-1.0";
  try {
    const body = await readBody(request);
    admit(request.headers, accessKeyId);
    const [prefix = "", name = ""] = String(request.headers["x-amz-target"] ?? "").split(".");
    const service = Object.hasOwn(services, prefix) ? services[prefix] : undefined;
    if (!service) {
      throw new EmulatorError("UnknownOperationException", `there is no ${prefix} here`);
    }
    contentType = service.contentType;
    const input: unknown = body === "" ? {} : JSON.parse(body);
    const result = await findOperation(service.operations, prefix, name)(input);
    sendJson(response, contentType, result);
  } catch (error) {
    sendJsonError(response, contentType, error);
  }
};

/** Stands in for AWS on 127.0.0.1, towards the ordinary SDK clients. */
export const startEmulators = async (options: EmulatorsOptions): Promise<Emulators> => {
  const { dataDir, now, duplicateEvery } = options;
  let endpoint = "";
  const dynamoDb = await openDynamoDb(join(dataDir, "dynamodb"), now);
  const kms = await openKms(join(dataDir, "kms.json"), now);
  const sqs = await openSqs({
    path: join(dataDir, "sqs.journal"),
    now,
    endpoint: () => endpoint,
    duplicateEvery,
  });
  const json = (version: string, operations: Operations): JsonService => ({
    contentType: `application/x-amz-json-${version}`,
    operations,
  });
  const services: JsonServices = {
    DynamoDB_20120810: json("1.0", dynamoDb.operations),
    TrentService: json("1.1", kms),
    AmazonSQS: json("1.0", sqs.operations),
  };
  const server = createServer((request, response) => {
    void answer(services, options.accessKeyId, request, response);
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tick = async (): Promise<void> => {
    sqs.wake();
    await dynamoDb.sweep();
  };
  return {
    endpoint,
    tick,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      sqs.interrupt();
      server.closeIdleConnections();
      await closed;
      await sqs.close();
      await dynamoDb.close();
    },
  };
};
