import { Client } from "undici";
import type { Call } from "./call";
import { readStream } from "./read-stream";
import type { Timed } from "./sequential";

export type FirstEventInput = {
  readonly call: Call;
  readonly streams: number;
  /** Sent first and not counted. */
  readonly warmUp: number;
};

/** One stream after the other on one connection, each timed from its request to its first event. */
export const runFirstEvent = async ({ call, streams, warmUp }: FirstEventInput): Promise<Timed> => {
  const client = new Client(call.origin);
  const samplesMs: number[] = [];
  let failures = 0;
  for (let at = 0; at < warmUp + streams; at += 1) {
    const { atMs, status } = await readStream(client, call);
    const [first] = atMs;
    if (status !== 200 || first === undefined) failures += 1;
    else if (at >= warmUp) samplesMs.push(first);
  }
  await client.close();
  return { samplesMs, failures };
};
