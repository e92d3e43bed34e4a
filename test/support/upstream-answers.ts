import { setTimeout as sleep } from "node:timers/promises";
import type { ScriptedAnswer } from "./fake-upstream";

type Headers = Readonly<Record<string, string>>;

/** A JSON answer. */
export const json =
  (body: unknown, status = 200, headers: Headers = {}): ScriptedAnswer =>
  ({ response }) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };

/** An error in OpenAI's shape, with the headers that come with it (`retry-after`, …). */
export const failure = (
  status: number,
  error: { message?: string; type?: string; code?: string | null; param?: string | null } = {},
  headers: Headers = {},
): ScriptedAnswer =>
  json(
    {
      error: {
        message: "the fake upstream was told to fail",
        type: "server_error",
        param: null,
        code: null,
        ...error,
      },
    },
    status,
    headers,
  );

/** What a proxy or a captive portal answers in the provider's place: HTML with status 200. */
export const html =
  (text = "<html><body>It works!</body></html>", status = 200): ScriptedAnswer =>
  ({ response }) => {
    response.writeHead(status, { "content-type": "text/html" });
    response.end(text);
  };

/** One step of a streamed answer. */
export type Step =
  | { readonly write: string }
  | { readonly waitMs: number }
  | { readonly ending: "silence" | "reset" };

/** One `data:` event. */
export const event = (payload: unknown): Step => ({
  write: `data: ${JSON.stringify(payload)}\n\n`,
});
/** Bytes as they are: comments, broken events, half a line. */
export const raw = (text: string): Step => ({ write: text });
export const done: Step = raw("data: [DONE]\n\n");
export const wait = (ms: number): Step => ({ waitMs: ms });
/** Nothing more comes, and the connection stays open. */
export const silence: Step = { ending: "silence" };
/** The connection is reset (RST), as a crashing server does it. */
export const reset: Step = { ending: "reset" };

/** Waits for what was written to leave, so that a reset does not overtake it. */
const flushed = () => sleep(10);

/** An event stream: the steps in order, then a clean end unless they say otherwise. */
export const stream =
  (steps: readonly Step[], headers: Headers = {}): ScriptedAnswer =>
  async ({ request, response }) => {
    response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", ...headers });
    response.flushHeaders();
    for (const step of steps) {
      if (request.aborted) return;
      if ("write" in step) response.write(step.write);
      else if ("waitMs" in step) await sleep(step.waitMs, undefined, { ref: false });
      else if (step.ending === "silence") return;
      else {
        await flushed();
        response.destroy(new Error("reset by the script"));
        response.socket?.resetAndDestroy();
        return;
      }
    }
    response.end();
  };

/** Takes the request and never writes a byte. */
export const hang = (): ScriptedAnswer => () => undefined;

/** Waits, then answers: a slow first byte. */
export const after =
  (ms: number, answer: ScriptedAnswer): ScriptedAnswer =>
  async (exchange) => {
    await sleep(ms, undefined, { ref: false });
    if (!exchange.request.aborted) await answer(exchange);
  };

/** Resets the connection before the first byte. */
export const resetAtOnce =
  (): ScriptedAnswer =>
  ({ response }) => {
    const { socket } = response;
    response.destroy(new Error("reset by the script"));
    socket?.resetAndDestroy();
  };

/** Writes the first `bytes` of a body under an honest content length, then resets. */
export const resetAfterBytes =
  (body: string, bytes: number, contentType = "application/json"): ScriptedAnswer =>
  async ({ response }) => {
    const whole = Buffer.from(body, "utf8");
    const { socket } = response;
    response.writeHead(200, { "content-type": contentType, "content-length": whole.length });
    response.write(whole.subarray(0, bytes));
    await flushed();
    response.destroy(new Error("reset by the script"));
    socket?.resetAndDestroy();
  };
