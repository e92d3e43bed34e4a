import { setTimeout as sleep } from "node:timers/promises";
import { Agent } from "undici";
import type { Call } from "./call";
import { readStream } from "./read-stream";

export type StreamsInput = {
  readonly call: Call;
  readonly concurrent: number;
  /** Between the beginnings of two streams, so that they don't tick as one. */
  readonly staggerMs: number;
  /** What each stream must bring at least. */
  readonly events: number;
};

export type Gaps = { readonly gapsMs: readonly number[]; readonly failures: number };

/** The time between an event and the one before; the last words of a stream come in one piece. */
const gapsOf = (atMs: readonly number[], events: number): number[] =>
  atMs.slice(1, events).map((at, index) => at - (atMs[index] ?? 0));

/** Many streams at once, each over a connection of its own. */
export const runStreams = async ({
  call,
  concurrent,
  staggerMs,
  events,
}: StreamsInput): Promise<Gaps> => {
  const agent = new Agent({ connections: concurrent });
  const streams = await Promise.all(
    Array.from({ length: concurrent }, async (_, at) => {
      await sleep(at * staggerMs);
      return readStream(agent, call);
    }),
  );
  await agent.close();
  const whole = streams.filter(({ atMs, status }) => status === 200 && atMs.length >= events);
  return {
    gapsMs: whole.flatMap(({ atMs }) => gapsOf(atMs, events)),
    failures: streams.length - whole.length,
  };
};
