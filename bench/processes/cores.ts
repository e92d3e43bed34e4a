import { spawnSync } from "node:child_process";
import { cpus } from "node:os";

/** Which core each half of the benchmark runs on; absent: wherever the system puts it. */
export type Cores = { readonly load?: number; readonly gateway?: number };

const canPin = (core: number): boolean =>
  spawnSync("taskset", ["-c", String(core), "true"]).status === 0;

/** Two cores, one for what is measured and one for all else, where `taskset` can give them. */
export const findCores = (): Cores => (canPin(0) && canPin(1) ? { load: 0, gateway: 1 } : {});

/** Lets a process, with all its threads, run on both cores from now on. */
export const unpin = (pid: number, { load, gateway }: Cores): void => {
  if (load === undefined || gateway === undefined) return;
  spawnSync("taskset", ["-a", "-c", "-p", `${load},${gateway}`, String(pid)]);
};

/** Milliseconds that a core was busy since the system started, whoever made it so. */
export const busyMs = (core: number): { readonly busy: number; readonly total: number } => {
  const times = cpus()[core]?.times;
  if (!times) return { busy: 0, total: 0 };
  const busy = times.user + times.nice + times.sys + times.irq;
  return { busy, total: busy + times.idle };
};
