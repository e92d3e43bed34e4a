import type { Latency, Summary } from "../measure/summary";
import { columns } from "./columns";
import type { Figures } from "./figures";
import { judge } from "./goals";

const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 1);
const percent = (value: number | undefined): string =>
  value === undefined ? "-" : `${value.toFixed(0)} %`;
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(0)} MB`;

type Row = readonly string[];

const targetRows = ({ targets }: Figures): readonly Row[] => {
  const summaries = [targets.direct, targets.passThrough, targets.gateway];
  const row = (label: string, cell: (summary: Summary) => string): Row => [
    label,
    ...summaries.map(cell),
  ];
  const latency = (label: string, of: (summary: Summary) => Latency): readonly Row[] => [
    row(`${label}, p50 ms`, (summary) => ms(of(summary).p50)),
    row(`${label}, p99 ms`, (summary) => ms(of(summary).p99)),
  ];
  return [
    ["", "direct", "pass-through", "gateway"],
    ...latency("one connection, JSON", ({ sequential }) => sequential),
    ...latency("first streamed event", ({ firstEvent }) => firstEvent),
    ...latency("100 streams, gap (sent every 5 ms)", ({ gaps }) => gaps),
    row("64 connections, requests/s", ({ saturated }) => saturated.requestsPerSecond.toFixed(0)),
    row("  lowest and highest round", ({ saturated: { range } }) =>
      range.map((rate) => rate.toFixed(0)).join(".."),
    ),
    row("  latency, p50 ms", ({ saturated }) => ms(saturated.p50)),
    row("  latency, p99 ms", ({ saturated }) => ms(saturated.p99)),
    row("  CPU of the process", ({ saturated }) => percent(saturated.process)),
    row("  CPU per request, us", ({ saturated }) => saturated.cpuUsPerRequest?.toFixed(0) ?? "-"),
    row("  its core, whoever is on it", ({ saturated }) => percent(saturated.gatewayCore)),
    row("  core of load, upstream, AWS", ({ saturated }) => percent(saturated.loadCore)),
    row("failed requests", ({ failures }) => String(failures)),
  ];
};

const conditionLines = ({ conditions }: Figures): readonly string[] => {
  const { node, cpu, pinned, rounds, routedTo, loadBefore } = conditions;
  return [
    `SmashCost gateway benchmark, ${conditions.date}: Node ${node}, ${cpu}, ${rounds} interleaved round(s)`,
    pinned
      ? "Load, upstream and AWS's part on one core; gateway and pass-through, in turns, on the other."
      : "Not pinned: taskset or a second core is missing, so all share all cores.",
    `Keys, limits, routing (balanced) and recording are on; gpt-4o is answered by ${routedTo}.`,
    ...(loadBefore > 0.5
      ? [
          `The machine was busy before (load average ${loadBefore.toFixed(1)}): compare nothing with this.`,
        ]
      : []),
  ];
};

const otherLines = ({ targets, product, residentBytes, firstAnswers, recorded }: Figures) => {
  const { withoutLimits } = targets.gateway;
  const { requests, rows, totals, drainedSeconds } = recorded;
  return [
    ...(withoutLimits
      ? [
          `Gateway, one connection, key without limits: p50 ${ms(withoutLimits.p50)} ms, p99 ${ms(withoutLimits.p99)} ms`,
        ]
      : []),
    `Resident memory after the load: gateway ${megabytes(residentBytes)}` +
      (product
        ? `; npm start as a whole ${megabytes(product.residentBytes)} (peak ${megabytes(product.peakBytes)})`
        : ""),
    `First answer after npm start: ${ms(firstAnswers.compiledMs)} ms compiled, ${ms(firstAnswers.uncompiledMs)} ms not compiled`,
    `Recorded: ${rows} rows, totals of ${totals}, of ${requests} requests taken; the recorder ${totals < requests ? "was still at work after" : "caught up in"} ${drainedSeconds.toFixed(0)} s`,
  ];
};

/** The figures beside each other, and beside the goals. */
export const report = (figures: Figures): string => {
  const verdicts = judge(figures).map(({ goal, limit, figure, met }) => [
    goal,
    figure,
    limit,
    met ? "met" : "MISSED",
  ]);
  return [
    ...conditionLines(figures),
    "",
    ...columns(targetRows(figures)),
    "",
    ...otherLines(figures),
    "",
    ...columns([["goal", "figure", "limit", ""], ...verdicts]),
    "",
  ].join("\n");
};
