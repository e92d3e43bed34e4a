import { Client } from "undici";
import type { Call } from "./call";

export type SequentialInput = {
  readonly call: Call;
  readonly requests: number;
  /** Sent first and not counted. */
  readonly warmUp: number;
};

export type Timed = { readonly samplesMs: readonly number[]; readonly failures: number };

/** One request after the other on one kept-alive connection, each timed to its last byte. */
export const runSequential = async ({
  call: { origin, path, headers, body },
  requests,
  warmUp,
}: SequentialInput): Promise<Timed> => {
  const client = new Client(origin);
  const samplesMs: number[] = [];
  let failures = 0;
  for (let at = 0; at < warmUp + requests; at += 1) {
    const begunAt = performance.now();
    const answer = await client.request({ path, method: "POST", headers, body });
    await answer.body.arrayBuffer();
    const elapsedMs = performance.now() - begunAt;
    if (answer.statusCode !== 200) failures += 1;
    else if (at >= warmUp) samplesMs.push(elapsedMs);
  }
  await client.close();
  return { samplesMs, failures };
};
