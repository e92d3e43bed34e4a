import type { Profiler } from "node:inspector";

/** Where a function comes from: `url` is as V8 has it, line and column count from 0. */
export type Frame = Profiler.Profile["nodes"][number]["callFrame"];

export type SelfTime = { readonly frame: Frame; readonly microseconds: number };

/** Time in each function itself, callees left out, most first. */
export const selfTimes = ({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile) => {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const times = new Map<string, SelfTime>();
  for (const [at, id] of samples.entries()) {
    const frame = frames.get(id);
    if (!frame) continue;
    const { url, functionName, lineNumber, columnNumber } = frame;
    const name = `${url}:${lineNumber}:${columnNumber}:${functionName}`;
    // A sample stands for the time until the next one.
    const microseconds = (times.get(name)?.microseconds ?? 0) + (timeDeltas[at + 1] ?? 0);
    times.set(name, { frame, microseconds });
  }
  return [...times.values()].sort((a, b) => b.microseconds - a.microseconds);
};
