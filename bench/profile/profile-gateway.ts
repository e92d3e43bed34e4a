import { chatCall } from "../load/call";
import { connections } from "../plan";
import { findCores } from "../processes/cores";
import { columns } from "../report/columns";
import { setStage } from "../stage";
import { ownerOf } from "./owner-of";
import { type SelfTime, selfTimes } from "./self-times";
import { createSourceFinder } from "./source-of";

const warmUpSeconds = 6;
const profiledSeconds = 5;
const shownFunctions = 25;

type Located = SelfTime & { readonly source: string; readonly owner: string };

const short = (source: string): string =>
  source.replace(/^.*\/node_modules\/|^.*?\/(?=(?:core|lambdas)\/)/, "");

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

const byOwner = (times: readonly Located[]): readonly (readonly [string, number])[] => {
  const sums = new Map<string, number>();
  for (const { owner, microseconds } of times) {
    sums.set(owner, (sums.get(owner) ?? 0) + microseconds);
  }
  return [...sums].sort(([, a], [, b]) => b - a);
};

/** @param cpuMs - what the system says the process used: samples count waiting for a core as well. */
const describe = (times: readonly Located[], answered: number, cpuMs: number): string => {
  const busy = times.filter(({ frame }) => frame.functionName !== "(idle)");
  const total = busy.reduce((sum, { microseconds }) => sum + microseconds, 0);
  const perRequest = (part: number) =>
    `${(((part / total) * cpuMs * 1_000) / answered).toFixed(1)} us`;
  const functions = busy
    .slice(0, shownFunctions)
    .map(({ frame, source, microseconds }) => [
      `${frame.functionName || "(anonymous)"}  ${short(source)}`,
      percent(microseconds, total),
      perRequest(microseconds),
    ]);
  const owners = byOwner(busy).map(([owner, part]) => [
    owner,
    percent(part, total),
    perRequest(part),
  ]);
  return [
    `${answered} requests at ${connections} connections, ${perRequest(total)} of CPU each (with the profiler's own)`,
    "",
    ...columns([["by package", "self", "per request"], ...owners]),
    "",
    ...columns([["by function", "self", "per request"], ...functions]),
  ].join("\n");
};

/** Says where the gateway's CPU goes at full load. */
export const profileGateway = async (
  root: string,
  tell: (progress: string) => void,
): Promise<string> => {
  const stage = await setStage(root, findCores());
  try {
    const { load, gateway, gatewayUrl, limitedKey } = stage;
    const call = chatCall(gatewayUrl, limitedKey);
    tell("warming up");
    await load.ask("saturate", { call, connections, seconds: warmUpSeconds });
    tell("profiling");
    await gateway.ask("startProfile", undefined);
    const before = await gateway.usage();
    const { answered } = await load.ask("saturate", {
      call,
      connections,
      seconds: profiledSeconds,
    });
    const after = await gateway.usage();
    const profile = await gateway.ask("stopProfile", undefined);
    const sourceOf = createSourceFinder();
    const located = selfTimes(profile).map((time): Located => {
      const { url, lineNumber, columnNumber, functionName } = time.frame;
      const source = sourceOf(url, lineNumber, columnNumber);
      return { ...time, source, owner: ownerOf(source, functionName) };
    });
    return describe(located, answered, after.cpuMs - before.cpuMs);
  } finally {
    await stage.stop();
  }
};
