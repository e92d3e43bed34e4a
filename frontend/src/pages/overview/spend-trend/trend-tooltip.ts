import { formatUsdTotal } from "../../../../../core/contract/money";
import type { TooltipLine } from "../../../charts/chart-tooltip";
import { formatPlural } from "../../../format/count";
import type { Bucket, Trend } from "./trend-model";

const money = (pico: string): string => formatUsdTotal(BigInt(pico));

export const bucketTitle = ({ label, unfinished }: Bucket): string =>
  unfinished ? `${label}, so far` : label;

/** What is said of a bar: its pieces that are not nothing, their sum, and the period before. */
export const bucketLines = (trend: Trend, at: number): readonly TooltipLine[] => {
  const bucket = trend.buckets[at];
  if (!bucket) return [];
  const pieces = trend.series.flatMap(({ label, color, points }): readonly TooltipLine[] => {
    const cost = points[at]?.cost ?? "0";
    if (cost === "0") return [];
    return [{ name: label, value: money(cost), series: color }];
  });
  const { previous, totals } = bucket;
  return [
    ...pieces,
    { name: "Total", value: money(totals.cost), strong: true },
    ...(previous
      ? [{ name: previous.label, value: money(previous.totals.cost), series: "line" as const }]
      : []),
    ...(totals.unpriced > 0
      ? [{ name: "Not in it", value: formatPlural(totals.unpriced, "unpriced request") }]
      : []),
  ];
};
