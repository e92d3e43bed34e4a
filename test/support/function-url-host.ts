import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Writable } from "node:stream";

type Prelude = { readonly statusCode?: number; readonly headers?: Record<string, string> };
type Handler = (event: unknown, responseStream: ResponseStream, context: unknown) => Promise<void>;

const preludeType = "application/vnd.awslambda.http-integration-response";
const separator = Buffer.alloc(8);

/**
 * What Lambda hands a streaming handler: the status and headers go before eight zero bytes at the
 * first write, so that an answer which never writes loses them; what is written leaves at once. A
 * client that left is not told to the handler.
 * Facts from a run of `middy` and raw handlers against the same prelude and event shapes.
 */
class ResponseStream extends Writable {
  private prelude: Prelude | undefined;
  private contentType = "application/octet-stream";
  private held = Buffer.alloc(0);

  constructor(private readonly response: ServerResponse) {
    super({ highWaterMark: 16_384 });
  }

  setContentType(contentType: string): void {
    this.contentType = contentType;
  }

  withPrelude(prelude: Prelude): this {
    this.prelude = prelude;
    return this;
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    const before = this.prelude
      ? Buffer.concat([Buffer.from(JSON.stringify(this.prelude)), separator])
      : Buffer.alloc(0);
    this.prelude = undefined;
    this.forward(Buffer.concat([before, chunk]));
    done();
  }

  override _final(done: () => void): void {
    if (!this.response.headersSent) this.begin({});
    this.response.end();
    done();
  }

  /** As the service does it: reads the prelude off the bytes, then passes them on. */
  private forward(bytes: Buffer): void {
    if (this.response.headersSent) {
      this.response.write(bytes);
      return;
    }
    if (this.contentType !== preludeType) {
      this.begin({});
      this.response.write(bytes);
      return;
    }
    this.held = Buffer.concat([this.held, bytes]);
    const at = this.held.indexOf(separator);
    if (at < 0) return;
    this.begin(JSON.parse(this.held.subarray(0, at).toString("utf8")) as Prelude);
    const rest = this.held.subarray(at + separator.length);
    if (rest.length > 0) this.response.write(rest);
  }

  private begin({ statusCode = 200, headers = {} }: Prelude): void {
    this.response.writeHead(statusCode, headers);
    this.response.flushHeaders();
  }
}

/** The global that Lambda's runtime sets before it loads a handler. */
export const installAwslambda = (): void => {
  Object.assign(globalThis, {
    awslambda: {
      streamifyResponse: (handler: Handler) => handler,
      HttpResponseStream: {
        from(stream: ResponseStream, prelude: Prelude) {
          stream.setContentType(preludeType);
          return stream.withPrelude(prelude);
        },
      },
    },
  });
};

export type HostOptions = {
  /** Which bodies go as base64; the service decides by content type. @default none */
  readonly base64?: boolean;
};

/** A request as a function URL's event, payload format 2.0. */
const toEvent = (message: IncomingMessage, body: Buffer, base64: boolean) => {
  const url = new URL(message.url ?? "/", "http://localhost");
  const { method = "GET", headers } = message;
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers,
    requestContext: {
      accountId: "anonymous",
      apiId: "local",
      domainName: "local.lambda-url.us-east-1.on.aws",
      http: { method, path: url.pathname, protocol: "HTTP/1.1", sourceIp: "127.0.0.1" },
      requestId: "00000000-0000-4000-8000-000000000000",
      routeKey: "$default",
      stage: "$default",
    },
    ...(body.length > 0 && { body: body.toString(base64 ? "base64" : "utf8") }),
    isBase64Encoded: body.length > 0 && base64,
  };
};

const readAll = async (message: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
};

/** Serves a streaming handler as a function URL does; `invocations` settle when it has returned. */
export const startFunctionUrl = async (handler: unknown, { base64 = false }: HostOptions = {}) => {
  const invocations: Promise<void>[] = [];
  const server = createServer((message, response) => {
    const invocation = readAll(message).then((body) =>
      (handler as Handler)(toEvent(message, body, base64), new ResponseStream(response), {
        awsRequestId: "00000000-0000-4000-8000-000000000000",
        getRemainingTimeInMillis: () => 900_000,
      }),
    );
    invocations.push(invocation);
    invocation.catch(() => {
      if (!response.headersSent) response.writeHead(502);
      response.end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    invocations,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
};
