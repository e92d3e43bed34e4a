import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import { collect } from "../shared/http/collect";
import { type Answer, type GatewayAnswer, maxBodyBytes } from "./exchange";

/** The body, cut one byte above the limit: enough to see that it is too large. */
const readBody = async (message: IncomingMessage): Promise<Uint8Array> => {
  let bytes = 0;
  const body = await collect(message, ({ byteLength }) => {
    const room = bytes <= maxBodyBytes;
    bytes += byteLength;
    return room;
  });
  return body.subarray(0, maxBodyBytes + 1);
};

const headersOf = ({ headers }: IncomingMessage): Record<string, string | undefined> =>
  // Of the headers that may come as a list, the gateway reads none.
  headers as Record<string, string | undefined>;

/** Resolves when more can be written, or nobody reads on. */
const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      response.off("drain", done);
      response.off("close", done);
      resolve();
    };
    response.on("drain", done);
    response.on("close", done);
  });

const writeStream = async (
  body: AsyncIterable<Uint8Array>,
  response: ServerResponse,
): Promise<void> => {
  for await (const piece of body) {
    // Leaving the iteration tells the gateway that nobody reads on.
    if (response.destroyed) break;
    if (!response.write(piece)) await drained(response);
  }
  response.end();
};

const write = async (answer: GatewayAnswer, response: ServerResponse): Promise<void> => {
  const { status, headers, body } = answer;
  if (typeof body === "string") {
    const bytes = Buffer.from(body, "utf8");
    response.writeHead(status, { ...headers, "content-length": bytes.byteLength });
    response.end(bytes);
    return;
  }
  response.writeHead(status, headers);
  response.flushHeaders();
  await writeStream(body, response);
};

const serve = async (
  message: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): Promise<void> => {
  const controller = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) controller.abort();
  });
  const body = await readBody(message);
  const url = message.url ?? "/";
  const query = url.indexOf("?");
  const answered = await answer({
    method: message.method ?? "GET",
    path: query < 0 ? url : url.slice(0, query),
    headers: headersOf(message),
    body,
    signal: controller.signal,
  });
  await write(answered, response);
  await answered.settled;
};

export type GatewayListener = {
  readonly listener: RequestListener;
  /** Resolves when every request so far is answered and recorded. */
  idle(): Promise<void>;
};

/** Answers the requests of a Node server that may have others' beside them. */
export const createGatewayListener = (answer: Answer): GatewayListener => {
  const underway = new Set<Promise<void>>();
  return {
    listener: (message, response) => {
      const serving = serve(message, response, answer).catch(() => {
        // The client broke off while it was still sending: there is nobody to answer.
        response.destroy();
      });
      underway.add(serving);
      void serving.finally(() => underway.delete(serving));
    },
    async idle() {
      while (underway.size > 0) await Promise.all(underway);
    },
  };
};

export type GatewayServer = Pick<GatewayListener, "idle"> & { readonly server: Server };

/** Longer than clients keep an idle connection, so that none is cut under a request. */
export const keepAliveTimeoutMs = 65_000;

/**
 * The gateway as a plain HTTP server: on one machine, and as a Lambda Web Function. A client's
 * leaving reaches the gateway at once; the record is written after the answer's last byte.
 */
export const createGatewayServer = (answer: Answer): GatewayServer => {
  const { listener, idle } = createGatewayListener(answer);
  return { server: createServer({ keepAliveTimeout: keepAliveTimeoutMs }, listener), idle };
};
