import { chatCall } from "../load/call";
import type { Saturation } from "../load/saturate";
import { connections, type Plan, streaming } from "../plan";
import { busyMs } from "../processes/cores";
import type { Stage } from "../stage";
import type { Target } from "./targets";

/** How busy things were while the throughput was measured, in percent of one core. */
export type Busy = {
  /** The process under test. */
  readonly process?: number;
  /** What it used for each answer, microseconds: a figure that a busy machine distorts least. */
  readonly cpuUsPerRequest?: number;
  /** The core that it has, whoever used it. */
  readonly gatewayCore?: number;
  /** The core of load, upstream and AWS's part. */
  readonly loadCore?: number;
};

/** One target's share of one round. */
export type RoundOfTarget = {
  readonly sequentialMs: readonly number[];
  /** The same with a key without limits; the gateway's alone. */
  readonly withoutLimitsMs: readonly number[];
  readonly firstEventMs: readonly number[];
  readonly gapsMs: readonly number[];
  readonly saturation: Saturation;
  readonly busy: Busy;
  readonly failures: number;
};

const warmUpRequests = 50;
const warmUpStreams = 5;

const share = (core: number | undefined, before: ReturnType<typeof busyMs> | undefined) => {
  if (core === undefined || !before) return undefined;
  const after = busyMs(core);
  return (100 * (after.busy - before.busy)) / Math.max(1, after.total - before.total);
};

const saturate = async ({ load, cores }: Stage, target: Target, seconds: number) => {
  const coreOf = (core: number | undefined) => (core === undefined ? undefined : busyMs(core));
  const [gatewayBefore, loadBefore] = [coreOf(cores.gateway), coreOf(cores.load)];
  const before = await target.usage?.();
  const begunAt = performance.now();
  const call = chatCall(target.url, target.apiKey);
  const saturation = await load.ask("saturate", { call, connections, seconds });
  const elapsedMs = performance.now() - begunAt;
  const after = await target.usage?.();
  const cpuMs = before && after && after.cpuMs - before.cpuMs;
  const gatewayCore = share(cores.gateway, gatewayBefore);
  const loadCore = share(cores.load, loadBefore);
  const busy: Busy = {
    ...(cpuMs !== undefined && {
      process: (100 * cpuMs) / elapsedMs,
      cpuUsPerRequest: (1_000 * cpuMs) / Math.max(1, saturation.answered),
    }),
    ...(gatewayCore !== undefined && { gatewayCore }),
    ...(loadCore !== undefined && { loadCore }),
  };
  return { saturation, busy };
};

/** All measurements of one target, once. */
export const runRound = async (
  stage: Stage,
  target: Target,
  plan: Pick<Plan, "sequential" | "firstEvents" | "saturateSeconds">,
): Promise<RoundOfTarget> => {
  const { load, unlimitedKey } = stage;
  const { name, url, apiKey } = target;
  const each = { requests: plan.sequential, warmUp: warmUpRequests };
  const sequential = await load.ask("sequential", { ...each, call: chatCall(url, apiKey) });
  const withoutLimits =
    name === "gateway"
      ? await load.ask("sequential", { ...each, call: chatCall(url, unlimitedKey) })
      : undefined;
  const firstEvent = await load.ask("firstEvent", {
    call: chatCall(url, apiKey, { events: 2 }),
    streams: plan.firstEvents,
    warmUp: warmUpStreams,
  });
  const { concurrent, events } = streaming;
  const call = chatCall(url, apiKey, { events });
  const streams = await load.ask("streams", { call, concurrent, events, staggerMs: 1 });
  const { saturation, busy } = await saturate(stage, target, plan.saturateSeconds);
  const failed = [sequential, withoutLimits, firstEvent, streams, saturation];
  return {
    sequentialMs: sequential.samplesMs,
    withoutLimitsMs: withoutLimits?.samplesMs ?? [],
    firstEventMs: firstEvent.samplesMs,
    gapsMs: streams.gapsMs,
    saturation,
    busy,
    failures: failed.reduce((sum, part) => sum + (part?.failures ?? 0), 0),
  };
};
