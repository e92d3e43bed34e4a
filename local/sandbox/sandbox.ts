import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerChat, type SandboxParts } from "./answer-chat";
import { randomId } from "./ids";
import { sandboxModels } from "./models";
import type { Pace } from "./pace";
import { createPromptCache } from "./prompt-cache";
import { SandboxError } from "./sandbox-error";
import { sandboxKey } from "./sandbox-key";

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
/** Models are as old as the sandbox's catalog: seconds since 1970 of 2026-11-24. */
const modelsCreated = 1_795_478_400;

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

const authenticate = (authorization: string | undefined) => {
  if (authorization === `Bearer ${sandboxKey}`) return;
  const wrong = authorization
    ? "Incorrect API key provided."
    : "You didn't provide an API key in an Authorization header of the form 'Bearer KEY'.";
  throw new SandboxError(401, `${wrong} The sandbox has a key of its own.`, "invalid_api_key");
};

const listed = sandboxModels.map(({ offer }) => ({
  id: offer.id,
  object: "model",
  created: modelsCreated,
  owned_by: "smashcost-sandbox",
}));

const sendJson = (response: ServerResponse, status: number, body: unknown) => {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
};

const serveModels = (path: string, response: ServerResponse) => {
  const id = path.slice("/v1/models/".length);
  const model = listed.find((one) => one.id === id);
  if (!id) sendJson(response, 200, { object: "list", data: listed });
  else if (model) sendJson(response, 200, model);
  else throw new SandboxError(404, `The model '${id}' does not exist`, "model_not_found", "model");
};

const route = async (request: IncomingMessage, response: ServerResponse, parts: SandboxParts) => {
  const left = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) left.abort();
  });
  response.setHeader("x-request-id", randomId("req_", 24, parts.random));
  authenticate(request.headers.authorization);
  const { pathname } = new URL(request.url ?? "/", "http://sandbox");
  const asked = `${request.method ?? ""} ${pathname}`;
  if (asked === "POST /v1/chat/completions") {
    await answerChat(await readBody(request), response, parts, left.signal);
  } else if (/^GET \/v1\/models(\/|$)/.test(asked)) serveModels(pathname, response);
  else throw new SandboxError(404, `Invalid URL (${asked})`, "unknown_url");
};

const fail = (error: unknown, response: ServerResponse) => {
  if (response.headersSent || response.destroyed) response.destroy();
  else if (error instanceof SandboxError) sendJson(response, error.status, error.toBody());
  else sendJson(response, 500, new SandboxError(500, "the sandbox failed").toBody());
};

/**
 * Starts the sandbox on loopback: OpenAI's chat completions dialect with canned answers, so that
 * the gateway can be tried and tested with no provider's key. It demands `sandboxKey`.
 */
export const startSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const parts: SandboxParts = { ...options, cache: createPromptCache() };
  const server = createServer((request, response) => {
    route(request, response, parts).catch((error: unknown) => fail(error, response));
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
