import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One request as it came in; `aborted` turns true when its caller leaves before the end. */
export type RecordedRequest = {
  readonly method: string;
  /** With the query, `/v1` included. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bodyText: string;
  /** The body parsed as JSON; undefined where it is none. */
  readonly body: unknown;
  aborted: boolean;
  /** Resolves when the caller has left before the answer's end. */
  readonly whenAborted: Promise<void>;
};

/** What an answer is given to work with: it writes to `response` as it likes. */
export type Exchange = { readonly request: RecordedRequest; readonly response: ServerResponse };

/** One scripted answer: made by the helpers of `upstream-answers`, or by hand. */
export type ScriptedAnswer = (exchange: Exchange) => void | Promise<void>;

export type FakeUpstream = {
  /** Ends in `/v1`, as a provider's base URL does. */
  readonly baseUrl: string;
  readonly requests: readonly RecordedRequest[];
  /** Sets the script: one answer a request, in order; the last one answers all that follow. */
  reply(...answers: [ScriptedAnswer, ...ScriptedAnswer[]]): void;
  /** Chooses the answer by looking at the request. */
  replyBy(choose: (request: RecordedRequest) => ScriptedAnswer): void;
  /** Resolves with the `count`th request (1 is the first) once it has come in. */
  received(count: number): Promise<RecordedRequest>;
  /** Forgets recorded requests; the script stays. */
  forget(): void;
  close(): Promise<void>;
};

const unscripted: ScriptedAnswer = ({ response }) => {
  response.writeHead(599, { "content-type": "application/json" });
  response.end(JSON.stringify({ error: { message: "no answer is scripted: call reply() first" } }));
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const record = async (
  message: IncomingMessage,
  response: ServerResponse,
): Promise<RecordedRequest> => {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  const bodyText = Buffer.concat(pieces).toString("utf8");
  let abort: () => void = () => undefined;
  const request: RecordedRequest = {
    method: message.method ?? "",
    path: message.url ?? "",
    headers: message.headers,
    bodyText,
    body: parsed(bodyText),
    aborted: false,
    whenAborted: new Promise((resolve) => {
      abort = resolve;
    }),
  };
  response.once("close", () => {
    // Resets that the script itself does are not the caller's leaving: they set `errored` first.
    if (response.writableFinished || response.errored) return;
    request.aborted = true;
    abort();
  });
  return request;
};

/** A scriptable HTTP server on loopback that stands for a provider. */
export const startFakeUpstream = async (): Promise<FakeUpstream> => {
  const requests: RecordedRequest[] = [];
  const waiting = new Set<() => void>();
  let choose: (request: RecordedRequest) => ScriptedAnswer = () => unscripted;

  const server = createServer((message, response) => {
    // The key is tested as the product starts, which is no request of the script's.
    if (message.method === "GET" && message.url === "/v1/models") {
      response.end('{"data":[]}');
      return;
    }
    void record(message, response)
      .then(async (request) => {
        requests.push(request);
        for (const look of waiting) look();
        await choose(request)({ request, response });
      })
      .catch((error: unknown) => response.destroy(error as Error));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    reply(...answers) {
      let next = 0;
      choose = () => answers[Math.min(next++, answers.length - 1)] ?? unscripted;
    },
    replyBy(chooser) {
      choose = chooser;
    },
    received: (count) =>
      new Promise((resolve) => {
        const look = () => {
          const request = requests[count - 1];
          if (!request) return;
          waiting.delete(look);
          resolve(request);
        };
        waiting.add(look);
        look();
      }),
    forget() {
      requests.length = 0;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
};
