import type { HttpAnswer, HttpCall, Upstream } from "../../lambdas/shared/http/upstream";
import { UpstreamUnreachableError } from "../../lambdas/shared/http/upstream";

/** One answer of a provider, made when it is asked. */
export type Reply = (call: HttpCall, signal: AbortSignal) => Promise<HttpAnswer>;

/** One piece of a body: bytes, a wait for a promise, or an error. */
export type Piece = string | Uint8Array | Promise<unknown> | Error;

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const leave = () => reject(signal.reason as Error);
    if (signal.aborted) leave();
    else signal.addEventListener("abort", leave, { once: true });
  });

async function* bodyOf(pieces: Iterable<Piece>, signal: AbortSignal) {
  const gone = aborted(signal);
  gone.catch(() => undefined);
  for (const piece of pieces) {
    signal.throwIfAborted();
    if (piece instanceof Error) throw piece;
    if (piece instanceof Promise) await Promise.race([piece, gone]);
    else yield typeof piece === "string" ? Buffer.from(piece) : piece;
  }
}

type Headers = Readonly<Record<string, string>>;

/** An answer with any body. */
export const reply =
  (status: number, headers: Headers, pieces: Iterable<Piece>): Reply =>
  async (_, signal) => ({ status, headers, body: bodyOf(pieces, signal) });

export const jsonReply = (body: unknown, status = 200, headers: Headers = {}): Reply =>
  reply(status, { "content-type": "application/json", ...headers }, [JSON.stringify(body)]);

/** A refusal in OpenAI's words. */
export const refusalReply = (status: number, code: string | null, headers: Headers = {}): Reply =>
  jsonReply({ error: { message: "no", type: "error", param: null, code } }, status, headers);

export const streamReply = (pieces: Iterable<Piece>, headers: Headers = {}): Reply =>
  reply(200, { "content-type": "text/event-stream", ...headers }, pieces);

/** Never answers; ends when it is broken off. */
export const hangingReply: Reply = (_, signal) => aborted(signal);

export const unreachableReply: Reply = () =>
  Promise.reject(new UpstreamUnreachableError("ECONNREFUSED"));

/** Answers by a script: one reply a call, in order; the last one answers all that follow. */
export const createScriptedUpstream = (...script: [Reply, ...Reply[]]) => {
  const calls: HttpCall[] = [];
  const upstream: Upstream = (call, signal) => {
    const answer = script[Math.min(calls.length, script.length - 1)] ?? script[0];
    calls.push(call);
    return answer(call, signal);
  };
  return { upstream, calls };
};
