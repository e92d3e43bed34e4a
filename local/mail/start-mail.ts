import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { admit } from "../emulators/http/admit";
import { sendQuery, sendQueryError } from "../emulators/http/query-answer";
import { parseQueryInput } from "../emulators/http/query-input";
import { readBody } from "../emulators/http/read-body";
import { findOperation, type Operations } from "../emulators/operation";
import { answerInbox } from "./inbox";
import { type MailStore, openMailStore } from "./mail-store";
import { sesOperations } from "./ses-operations";

export type MailOptions = {
  /** The file that keeps what was sent; made where it is missing. One process at a time. */
  readonly path: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** The only access key that may send. @default any */
  readonly accessKeyId?: string;
};

export type LocalMail = {
  /** To be given to SES clients, as `AWS_ENDPOINT_URL_SES`. */
  readonly endpoint: string;
  /** Serves `/inbox` and all below it, under the very paths that a proxy in front is asked for. */
  readonly inboxUrl: string;
  readonly close: () => Promise<void>;
};

const namespace = "http://ses.amazonaws.com/doc/2010-12-01/";

const answerSes = async (
  operations: Operations,
  accessKeyId: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  response.setHeader("x-amzn-requestid", randomUUID());
  try {
    admit(request.headers, accessKeyId);
    const input = parseQueryInput(await readBody(request));
    const action = String(input.Action);
    const answer = await findOperation(operations, "SES", action)(input);
    sendQuery(response, namespace, action, answer);
  } catch (error) {
    // The body may not have been read to its end.
    response.setHeader("connection", "close");
    sendQueryError(response, namespace, error);
  }
};

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

const answerGet = (store: MailStore, request: IncomingMessage, response: ServerResponse): void => {
  // A web page can have its own name lead to this machine, and would read every reset link.
  const isOurs = loopback.test(request.headers.host ?? "");
  const { status, headers, body } = isOurs
    ? answerInbox(new URL(request.url ?? "/", "http://127.0.0.1"), store)
    : { status: 403, headers: {}, body: "open the inbox as localhost or 127.0.0.1" };
  response.writeHead(status, { ...headers });
  response.end(request.method === "HEAD" ? undefined : body);
};

/** SES on 127.0.0.1, towards the ordinary SDK client, and an inbox for what was sent. */
export const startMail = async ({ path, now, accessKeyId }: MailOptions): Promise<LocalMail> => {
  const store = await openMailStore(path);
  const operations = sesOperations(store, now);
  const server = createServer((request, response) => {
    if (request.method === "POST") void answerSes(operations, accessKeyId, request, response);
    else if (request.method === "GET" || request.method === "HEAD") {
      answerGet(store, request, response);
    } else response.writeHead(405, { allow: "GET, HEAD, POST" }).end();
  });
  // Longer than any client keeps an idle connection, so that none is cut under a request.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    endpoint: origin,
    inboxUrl: origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
};
