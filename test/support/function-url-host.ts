import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { ResponseStream, type StreamingHandler } from "../../local/functions/response-stream";
import { toEvent } from "../../local/functions/to-event";

export type HostOptions = {
  /** Which bodies go as base64; the service decides by content type. @default none */
  readonly base64?: boolean;
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
      (handler as StreamingHandler)(toEvent(message, body, base64), new ResponseStream(response), {
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
