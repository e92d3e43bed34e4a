import type { Profiler } from "node:inspector";
import { columns } from "../report/columns";
import { createOwners } from "./owner-of";
import { addUp, type StackTime, stackTimes } from "./self-times";
import { createSourceFinder } from "./source-of";

const shownFunctions = 25;

export type Profiled = {
  readonly profile: Profiler.Profile;
  readonly answered: number;
  /** What the system says the process used: samples count waiting for a core as well. */
  readonly cpuMs: number;
};

const short = (source: string): string =>
  source.replace(/^.*\/node_modules\/|^.*?\/(?=(?:core|lambdas)\/)/, "");

/** Tables of where CPU time went, by package and by function. */
export const describeProfile = ({ profile, answered, cpuMs }: Profiled): string => {
  const { source, owner, payer } = createOwners(createSourceFinder());
  const times = stackTimes(profile).filter(({ frame }) => frame.functionName !== "(idle)");
  const spent = ({ microseconds }: StackTime) => microseconds;
  const total = times.reduce((sum, time) => sum + time.microseconds, 0);
  const percent = (part: number) => `${((100 * part) / total).toFixed(1)} %`;
  const perRequest = (part: number) =>
    `${(((part / total) * cpuMs * 1_000) / answered).toFixed(1)} us`;

  const paid = addUp(times, (time) => owner(payer(time)), spent);
  const self = new Map(addUp(times, owner, spent));
  const names = new Set([...paid.map(([name]) => name), ...self.keys()]);
  const payments = new Map(paid);
  const owners = [...names].map((name) => {
    const [own, all] = [self.get(name) ?? 0, payments.get(name) ?? 0];
    return [name, percent(own), perRequest(own), percent(all), perRequest(all)];
  });
  const nameOf = (time: StackTime) =>
    `${time.frame.functionName || "(anonymous)"}  ${short(source(time))}`;
  const topFunctions = (of: (time: StackTime) => StackTime) =>
    addUp(times, (time) => nameOf(of(time)), spent)
      .slice(0, shownFunctions)
      .map(([name, part]) => [name, percent(part), perRequest(part)]);

  return [
    `${answered} requests, ${perRequest(total)} of CPU each (with the profiler's own)`,
    "",
    ...columns([
      ["by package", "self", "per request", "with Node's part", "per request"],
      ...owners,
    ]),
    "",
    ...columns([["by function", "self", "per request"], ...topFunctions((time) => time)]),
    "",
    ...columns([["by function, with Node's part", "", "per request"], ...topFunctions(payer)]),
  ].join("\n");
};
