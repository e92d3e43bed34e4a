import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { collect } from "../../lambdas/shared/http/collect";
import { ResponseStream, type StreamingHandler } from "./response-stream";
import { toEvent } from "./to-event";

/** The functions that answer HTTP beside the gateway; each is loaded when it is first called. */
export type HttpFunctions = {
  /** Behind an HTTP API. */
  readonly api: () => Promise<
    (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>
  >;
  /** Behind a function URL with response streaming. */
  readonly exportFile: () => Promise<StreamingHandler>;
};

export type FunctionHost = { readonly url: string; close(): Promise<void> };

/** As much as an HTTP API hands a function. */
const mostBytes = 6 * 1024 * 1024;
const exportPrefix = "/api/exports/";

const context = {
  awsRequestId: "00000000-0000-4000-8000-000000000000",
  getRemainingTimeInMillis: () => 900_000,
};

const readBody = async (message: IncomingMessage): Promise<Buffer | undefined> => {
  let bytes = 0;
  const body = await collect(message, ({ byteLength }) => {
    bytes += byteLength;
    return bytes <= mostBytes;
  });
  return bytes > mostBytes ? undefined : body;
};

const answerApi = async (
  functions: HttpFunctions,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const body = await readBody(message);
  if (!body) {
    response.writeHead(413, { "content-type": "application/json" });
    response.end('{"message":"Request Too Long"}');
    return;
  }
  const handle = await functions.api();
  const { statusCode = 200, headers, body: text } = await handle(toEvent(message, body, false));
  response.writeHead(statusCode, headers as Record<string, string>);
  response.end(text);
};

const answerExport = async (
  functions: HttpFunctions,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const handle = await functions.exportFile();
  const event = toEvent(message, Buffer.alloc(0), false);
  await handle(event, new ResponseStream(response), context);
};

/** Serves the functions as an HTTP API and a function URL do, on a port of this machine alone. */
export const startFunctionHost = async (functions: HttpFunctions): Promise<FunctionHost> => {
  const server = createServer((message, response) => {
    const isExport = message.url?.startsWith(exportPrefix) === true;
    const answered = isExport
      ? answerExport(functions, message, response)
      : answerApi(functions, message, response);
    answered.catch(() => {
      // Cut off, so that half a file is not taken for a whole one.
      if (response.headersSent) response.destroy();
      else response.writeHead(502).end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
};
