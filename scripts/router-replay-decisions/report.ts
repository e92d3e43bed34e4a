import { formatUsd } from "../../core/money/format-usd";
import type { Unreplayable } from "../../core/routing/replay-decision";
import type { ModeTally, ReplayTally } from "../../core/routing/replay-tally";
import { formatTable } from "../shared/table";

/** What the report says beside the figures. */
export type Told = {
  readonly organization: string;
  /** Milliseconds since 1970 UTC, half open. */
  readonly from: number;
  readonly to: number;
  readonly catalogVersion: string;
};

const grouped = (n: number) => n.toLocaleString("en-US");
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

const whys: Readonly<Record<Unreplayable, string>> = {
  undecided: "ended before a model was chosen",
  "recorded-before": "recorded before decisions were kept",
  pinned: "pinned by their callers",
  "settings-changed": "under long settings that have changed since",
};

const header = [
  "Mode",
  "Requests",
  "As billed",
  "In this mode",
  "Saved",
  "Quality kept",
  "Other model",
  "Refused",
  "Unpriced",
  "",
];

const percentOf = (part: bigint, whole: bigint): string =>
  whole === 0n ? "" : ` (${(Number((part * 1_000n) / whole) / 10).toFixed(1)}%)`;

const rowOf = (one: ModeTally): string[] => [
  one.mode,
  grouped(one.requests),
  formatUsd(one.billed),
  formatUsd(one.cost),
  `${formatUsd(one.saved)}${percentOf(one.saved, one.billed)}`,
  one.quality === null ? "—" : `${one.quality.toFixed(1)}%`,
  grouped(one.changed),
  grouped(one.refused),
  grouped(one.unpriced),
  "",
];

const apartLines = ({ unanswered, unreplayable }: ReplayTally): string[] => [
  ...(unanswered > 0
    ? [`  ${grouped(unanswered)} without an answer: they cost nothing anyway`]
    : []),
  ...(Object.keys(whys) as Unreplayable[]).flatMap((why) =>
    unreplayable[why] > 0 ? [`  ${grouped(unreplayable[why])} ${whys[why]}`] : [],
  ),
];

const noteLines = ({ approximate, astray }: ReplayTally, catalogVersion: string): string[] => [
  ...(approximate > 0
    ? [
        `${grouped(approximate)} were recorded under another catalog than ${catalogVersion}, or other feedback: their choices are approximate`,
      ]
    : []),
  ...(astray > 0
    ? [
        `${grouped(astray)} did not come out as recorded in their own mode: the router has changed since`,
      ]
    : []),
];

/** What the modes come to, as text. */
export const formatReport = (tally: ReplayTally, told: Told): string => {
  const { organization, from, to, catalogVersion } = told;
  const apart = apartLines(tally);
  const table = formatTable(header, tally.modes.map(rowOf)).map((line) => line.trimEnd());
  return [
    `organization ${organization}, ${dayOf(from)} to ${dayOf(to - 1)}, catalog ${catalogVersion}`,
    `${grouped(tally.requests)} requests, ${grouped(tally.compared)} compared`,
    ...apart,
    ...(tally.compared > 0 ? ["", ...table] : []),
    ...noteLines(tally, catalogVersion).flatMap((note) => ["", note]),
    "",
  ].join("\n");
};

/** The same as JSON: amounts are strings of whole pico-dollars, as they may be beyond a number. */
export const jsonReport = (tally: ReplayTally, { from, to, ...told }: Told): string => {
  const days = { from: dayOf(from), to: dayOf(to - 1) };
  const text = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
  return `${JSON.stringify({ ...told, ...days, ...tally }, text, 2)}\n`;
};
