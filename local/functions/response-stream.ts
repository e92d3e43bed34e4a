import type { ServerResponse } from "node:http";
import { Writable } from "node:stream";

type Prelude = { readonly statusCode?: number; readonly headers?: Record<string, string> };
/** A streaming handler, as the runtime calls it. */
export type StreamingHandler = (
  event: unknown,
  responseStream: ResponseStream,
  context: unknown,
) => Promise<void>;

const preludeType = "application/vnd.awslambda.http-integration-response";
const separator = Buffer.alloc(8);

/**
 * What Lambda hands a streaming handler: the status and headers go before eight zero bytes at the
 * first write, so that an answer which never writes loses them; what is written leaves at once. A
 * client that left is not told to the handler.
 * Facts from a run of `middy` and raw handlers against the same prelude and event shapes.
 */
export class ResponseStream extends Writable {
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
    if (this.forward(Buffer.concat([before, chunk]))) done();
    else this.afterDrain(done);
  }

  override _final(done: () => void): void {
    if (!this.response.headersSent) this.begin({});
    this.response.end();
    done();
  }

  /** As the service does it: reads the prelude off the bytes, then passes them on; false: full. */
  private forward(bytes: Buffer): boolean {
    if (this.response.headersSent) return this.response.write(bytes);
    if (this.contentType !== preludeType) {
      this.begin({});
      return this.response.write(bytes);
    }
    this.held = Buffer.concat([this.held, bytes]);
    const at = this.held.indexOf(separator);
    if (at < 0) return true;
    this.begin(JSON.parse(this.held.subarray(0, at).toString("utf8")) as Prelude);
    const rest = this.held.subarray(at + separator.length);
    return rest.length === 0 || this.response.write(rest);
  }

  /** A client that left takes no more, and nobody is told: what comes is thrown away. */
  private afterDrain(done: () => void): void {
    const go = () => {
      this.response.off("drain", go);
      this.response.off("close", go);
      done();
    };
    this.response.on("drain", go);
    this.response.on("close", go);
    if (this.response.destroyed) go();
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
      streamifyResponse: (handler: StreamingHandler) => handler,
      HttpResponseStream: {
        from(stream: ResponseStream, prelude: Prelude) {
          stream.setContentType(preludeType);
          return stream.withPrelude(prelude);
        },
      },
    },
  });
};
