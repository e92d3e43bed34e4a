import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerCall, type SandboxParts } from "./answer-call";
import { randomId } from "./ids";
import type { Pace } from "./pace";
import { createPromptCache } from "./prompt-cache";
import { fallback, type Route, routes } from "./routes";
import type { Refusals, SandboxCall } from "./sandbox-dialect";
import { SandboxError } from "./sandbox-error";

export type SandboxOptions = {
  /** 0, any free one, by default. */
  readonly port?: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** In [0, 1): only ids depend on it, never an answer. */
  readonly random: () => number;
  readonly pace: Pace;
};

export type Sandbox = {
  /** Ends in `/v1`. */
  readonly baseUrl: string;
  /** Ends open answers as well. */
  close(): Promise<void>;
};

const mostBytes = 50_000_000;

const readBody = async (request: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > mostBytes) throw new SandboxError(413, `the body is above ${mostBytes} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
};

const sendJson = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
) => {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
};

const callOf = async (
  request: IncomingMessage,
  { method, streamed = false }: Route,
  model: string,
  query: URLSearchParams,
): Promise<SandboxCall> => ({
  headers: request.headers,
  body: method === "POST" ? await readBody(request) : "",
  model,
  streamed,
  query,
});

const routeOf = ({ method, headers }: IncomingMessage, path: string) => {
  for (const route of routes) {
    const meant =
      route.method === method && (route.header === undefined || route.header in headers);
    const match = meant ? route.path.exec(path) : null;
    if (match) return { route, model: decodeURIComponent(match.groups?.model ?? "") };
  }
  return undefined;
};

const fail = (error: unknown, { body, headers }: Refusals, response: ServerResponse) => {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const known = error instanceof SandboxError ? error : new SandboxError(500, "the sandbox failed");
  sendJson(response, known.status, body(known), headers?.(known));
};

const answer = async (request: IncomingMessage, response: ServerResponse, parts: SandboxParts) => {
  const left = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) left.abort();
  });
  response.setHeader("x-request-id", randomId("req_", 24, parts.random));
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://sandbox");
  const found = routeOf(request, pathname);
  const { dialect } = found?.route ?? { dialect: fallback };
  try {
    dialect.authenticate(request.headers);
    if (!found) throw dialect.refusals.unknownPath(`${request.method ?? ""} ${pathname}`);
    const call = await callOf(request, found.route, found.model, searchParams);
    if (found.route.look) sendJson(response, 200, found.route.look(call));
    else await answerCall(call, response, found.route, parts, left.signal);
  } catch (error) {
    fail(error, dialect.refusals, response);
  }
};

/**
 * Starts the sandbox on loopback: every dialect that the gateway speaks to providers, with canned
 * answers, so that it can be tried and tested with no provider's key. It demands `sandboxKey`.
 */
export const startSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const parts: SandboxParts = { ...options, cache: createPromptCache() };
  const server = createServer((request, response) => {
    answer(request, response, parts).catch((error: unknown) =>
      fail(error, fallback.refusals, response),
    );
  });
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
