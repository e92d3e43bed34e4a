import type { OtherRecording } from "./recorded-case";
import type { Run } from "./run-recordings";

const columns = ["whole", "lost", "refused", "failed"] as const;

const tally = (runs: readonly Run[]): readonly number[] => [
  runs.length,
  ...columns.map((kind) => runs.filter(({ outcome }) => outcome.kind === kind).length),
];

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    group.push(item);
    groups.set(keyOf(item), group);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
};

const row = (name: string, numbers: readonly (number | string)[]): string =>
  name.padEnd(52) + numbers.map((one) => String(one).padStart(9)).join("");

const reasons = (runs: readonly Run[], kind: "lost" | "refused"): string[] => {
  const said = runs.flatMap(({ outcome }) => {
    if (outcome.kind === "lost" && kind === "lost") return outcome.what;
    return outcome.kind === "refused" && kind === "refused" ? [outcome.why] : [];
  });
  return groupBy(said, (one) => one).map(
    ([why, all]) => `  ${String(all.length).padStart(5)}  ${why}`,
  );
};

/** The table of `npm run test:recordings`: per provider and way, and what the numbers stand for. */
export const report = (runs: readonly Run[], others: readonly OtherRecording[]): string => {
  const failed = runs.filter(({ outcome }) => outcome.kind === "failed");
  return [
    row("provider, way", ["cases", "whole", "losses", "refused", "failed"]),
    ...groupBy(runs, ({ recordedAt, way }) => `${recordedAt}: ${way}`).map(([name, group]) =>
      row(name, tally(group)),
    ),
    row("all", tally(runs)),
    "",
    "Losses by name (how many answers):",
    ...reasons(runs, "lost"),
    "",
    "Refused by design, for want of a word for (how many requests):",
    ...reasons(runs, "refused"),
    "",
    `Recordings of something else than a conversation (${others.length}):`,
    ...groupBy(others, ({ recordedAt, what }) => `${recordedAt}: ${what}`).map(
      ([name, group]) => `  ${String(group.length).padStart(5)}  ${name}`,
    ),
    ...failed.map(
      ({ name, way, outcome }) =>
        `FAILED ${way}, ${name}: ${outcome.kind === "failed" ? outcome.why : ""}`,
    ),
    "",
    `${runs.length} ways, ${failed.length} failed`,
  ].join("\n");
};
