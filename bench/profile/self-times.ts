import type { Profiler } from "node:inspector";

/** Where a function comes from: `url` is as V8 has it, line and column count from 0. */
type Frame = Profiler.Profile["nodes"][number]["callFrame"];

/** Time in one function itself as one chain of callers called it. */
export type StackTime = {
  readonly frame: Frame;
  readonly microseconds: number;
  /** Absent at the root. */
  readonly caller?: StackTime;
};

/** The profile's tree with times, callees left out of each. */
export const stackTimes = ({
  nodes,
  samples = [],
  timeDeltas = [],
}: Profiler.Profile): readonly StackTime[] => {
  const times = new Map<number, number>();
  for (const [at, id] of samples.entries()) {
    // A sample stands for the time until the next one.
    times.set(id, (times.get(id) ?? 0) + (timeDeltas[at + 1] ?? 0));
  }
  const callerOf = new Map<number, number>();
  for (const { id, children = [] } of nodes) for (const child of children) callerOf.set(child, id);
  const made = new Map<number, StackTime>();
  // A caller stands before its callees in a profile, so it is made already.
  for (const { id, callFrame } of nodes) {
    const caller = made.get(callerOf.get(id) ?? -1);
    const microseconds = times.get(id) ?? 0;
    made.set(id, { frame: callFrame, microseconds, ...(caller && { caller }) });
  }
  return [...made.values()];
};

/** Adds up what has the same name, most first. */
export const addUp = <T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  microsecondsOf: (item: T) => number,
): readonly (readonly [string, number])[] => {
  const sums = new Map<string, number>();
  for (const item of items) {
    const name = nameOf(item);
    sums.set(name, (sums.get(name) ?? 0) + microsecondsOf(item));
  }
  return [...sums].sort(([, a], [, b]) => b - a);
};
