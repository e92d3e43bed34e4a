import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import * as z from "zod";
import { listen } from "../processes/listen";
import { runRole } from "../processes/role";

export type UpstreamInput = { readonly spacingMs: number };
export type UpstreamReady = { readonly port: number };

/** The ceiling of the answer is the number of its events: any gateway passes it on. */
const requestSchema = z.object({
  stream: z.boolean().optional(),
  max_tokens: z.int().positive().optional(),
});

const head = { id: "chatcmpl-bench", created: 1_764_000_000, model: "gpt-4o-2024-08-06" };
const usage = { prompt_tokens: 61, completion_tokens: 48, total_tokens: 109 };
const text =
  "A cache keeps answers close to those who ask, so that the same question costs less the second " +
  "time. It trades memory for time, and it must know when what it keeps is no longer true.";

const whole = Buffer.from(
  JSON.stringify({
    ...head,
    object: "chat.completion",
    choices: [{ index: 0, message: { role: "assistant", content: text }, finish_reason: "stop" }],
    usage,
  }),
);

const eventOf = (body: object): string =>
  `data: ${JSON.stringify({ ...head, object: "chat.completion.chunk", ...body })}\n\n`;

const piece = eventOf({
  choices: [{ index: 0, delta: { content: " cache" }, finish_reason: null }],
});
const last = eventOf({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] });
const counted = eventOf({ choices: [], usage });

/** Sends events on a schedule of its own beginning, so that a late one does not delay the rest. */
const stream = (response: ServerResponse, events: number, spacingMs: number): void => {
  response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
  const begunAt = performance.now();
  let sent = 0;
  const next = (): void => {
    response.write(piece);
    sent += 1;
    if (sent === events) {
      response.end(`${last}${counted}data: [DONE]\n\n`);
      return;
    }
    setTimeout(next, begunAt + sent * spacingMs - performance.now());
  };
  next();
};

const answer = (body: string, response: ServerResponse, spacingMs: number): void => {
  const request = requestSchema.parse(JSON.parse(body));
  if (request.stream === true) {
    stream(response, request.max_tokens ?? 1, spacingMs);
    return;
  }
  response.writeHead(200, { "content-type": "application/json", "content-length": whole.length });
  response.end(whole);
};

const readText = (message: IncomingMessage, then: (text: string) => void): void => {
  let body = "";
  message.setEncoding("utf8");
  message.on("data", (part: string) => {
    body += part;
  });
  message.on("end", () => then(body));
};

/** A provider without a model: it answers at once, as OpenAI does, whatever is asked. */
runRole(async ({ spacingMs }: UpstreamInput) => {
  const server = createServer((message, response) => {
    // What `npm start` asks to learn whether a key is taken.
    if (message.method === "GET") response.end('{"object":"list","data":[]}');
    else readText(message, (body) => answer(body, response, spacingMs));
  });
  const ready: UpstreamReady = { port: await listen(server) };
  return { ready, commands: {} };
});
