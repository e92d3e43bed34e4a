import { exactUsd, formatUsdTotal } from "../../../../../core/contract/money";
import type { AnswerOf } from "../../../../../core/contract/operation";
import type { getSummary, TotalsAnswer } from "../../../../../core/contract/usage";
import { countChange, durationChange, moneyChange, pointsChange } from "../../../format/change";
import { formatCount, formatPlural } from "../../../format/count";
import { formatDuration } from "../../../format/duration";
import { formatShare } from "../../../format/share";
import type { Overview } from "../overview-state";
import type { Figure } from "./figure-card";

export type Summary = AnswerOf<typeof getSummary>;

const savedFormula =
  "Saved = what the requested model would have cost for the same tokens − what was paid.";

const savedHint = (baseline: string | null): string =>
  baseline === null
    ? `${savedFormula} A request for auto named no model: its saving is unknown, and in no sum.`
    : `${savedFormula} Requests for auto are compared with ${baseline}.`;

const errorPercent = ({ errors, requests }: TotalsAnswer): number =>
  requests === 0 ? 0 : (errors / requests) * 100;

const spend = ({ current, previous }: Summary, { rows }: Overview): Figure => ({
  title: "Spend",
  value: formatUsdTotal(BigInt(current.cost)),
  exact: exactUsd(BigInt(current.cost)),
  change: moneyChange(current.cost, previous.cost),
  notes:
    current.unpriced === 0 ? "" : `${formatPlural(current.unpriced, "unpriced request")} not in it`,
  href: rows(),
});

const savedNotes = ({ current, baselineModel }: Summary): string =>
  [
    ...(BigInt(current.saved) < 0n ? ["cost more"] : []),
    ...(current.unknownSaving > 0
      ? [`unknown of ${formatPlural(current.unknownSaving, "request")}`]
      : []),
    ...(baselineModel === null ? [] : [`auto against ${baselineModel}`]),
  ].join(" · ");

const saved = (summary: Summary, { rows }: Overview): Figure => {
  const { current, previous, baselineModel } = summary;
  const isKnown = current.requests === 0 || current.unknownSaving < current.requests;
  return {
    title: "Saved",
    value: isKnown ? formatUsdTotal(BigInt(current.saved)) : "—",
    ...(isKnown && { exact: exactUsd(BigInt(current.saved)) }),
    change: isKnown ? moneyChange(current.saved, previous.saved) : undefined,
    good: "up",
    hint: savedHint(baselineModel),
    notes: savedNotes(summary),
    href: rows(),
  };
};

const requests = ({ current, previous }: Summary, { rows }: Overview): Figure => ({
  title: "Requests",
  value: formatCount(current.requests),
  change: countChange(current.requests, previous.requests),
  notes: current.cancelled === 0 ? "" : `${formatCount(current.cancelled)} cancelled`,
  href: rows(),
});

const errorRate = ({ current, previous }: Summary, { rows }: Overview): Figure => ({
  title: "Error rate",
  value: formatShare(current.errors, current.requests),
  change:
    previous.requests === 0
      ? undefined
      : pointsChange(errorPercent(current), errorPercent(previous)),
  good: "down",
  notes: current.errors === 0 ? "" : `${formatCount(current.errors)} failed or timed out`,
  href: rows({ outcome: ["error", "timeout"] }),
});

const latency = ({ current, previous }: Summary, { rows }: Overview): Figure => {
  const [now, before] = [current.latencyMs, previous.latencyMs];
  return {
    title: "p95 latency",
    value: now ? formatDuration(now.p95) : "—",
    change: now && before ? durationChange(now.p95, before.p95) : undefined,
    good: "down",
    notes: now ? `median ${formatDuration(now.p50)}` : "",
    href: rows(),
  };
};

/** The five figures of a period, each against the period before. */
export const figuresOf = (summary: Summary, overview: Overview): readonly Figure[] =>
  [spend, saved, requests, errorRate, latency].map((figure) => figure(summary, overview));
