import autocannon from "autocannon";
import type { Call } from "./call";

export type SaturateInput = {
  readonly call: Call;
  readonly connections: number;
  readonly seconds: number;
};

export type Saturation = {
  readonly requestsPerSecond: number;
  readonly answered: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Connection errors, time-outs and answers other than 2xx. */
  readonly failures: number;
};

/** As many requests as go through, each connection sending its next one when it has its answer. */
export const runSaturate = async ({
  call: { origin, path, headers, body },
  connections,
  seconds,
}: SaturateInput): Promise<Saturation> => {
  const result = await autocannon({
    url: `${origin}${path}`,
    method: "POST",
    headers: { ...headers },
    body,
    connections,
    duration: seconds,
  });
  const answered = result["2xx"];
  return {
    requestsPerSecond: answered / result.duration,
    answered,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    failures: result.errors + result.non2xx,
  };
};
