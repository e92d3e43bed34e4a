import type { Dispatcher } from "undici";
import { createSseSplitter } from "../../lambdas/shared/http/sse-events";
import type { Call } from "./call";

/** When each event of one stream arrived, milliseconds after the request was sent. */
export type Arrivals = { readonly atMs: readonly number[]; readonly status: number };

/** Sends one call and notes the arrival of every server-sent event of its answer. */
export const readStream = async (
  dispatcher: Dispatcher,
  { origin, path, headers, body }: Call,
): Promise<Arrivals> => {
  const begunAt = performance.now();
  const answer = await dispatcher.request({ origin, path, method: "POST", headers, body });
  const splitter = createSseSplitter();
  const atMs: number[] = [];
  await new Promise<void>((resolve, reject) => {
    answer.body.on("data", (piece: Buffer) => {
      const now = performance.now() - begunAt;
      for (const _ of splitter.push(piece)) atMs.push(now);
    });
    answer.body.once("end", resolve);
    answer.body.once("error", reject);
  });
  return { atMs, status: answer.statusCode };
};
