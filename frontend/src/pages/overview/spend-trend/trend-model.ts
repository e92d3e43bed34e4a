import type { AnswerOf } from "../../../../../core/contract/operation";
import type { getTrend, TotalsAnswer } from "../../../../../core/contract/usage";
import type { SeriesNumber } from "../../../charts/token-color";
import { formatBucket, formatTick } from "../../../format/bucket";

export type TrendAnswer = AnswerOf<typeof getTrend>;

export type Bucket = {
  readonly start: string;
  readonly end: string;
  /** "Tue 24 Nov": in the chart's tooltip and in the table. */
  readonly label: string;
  readonly tick: string;
  /** It has not ended: what it shows is so far. */
  readonly unfinished: boolean;
  readonly totals: TotalsAnswer;
  /** Of the period before, with its own time. */
  readonly previous: { readonly label: string; readonly totals: TotalsAnswer } | undefined;
};

export type Series = {
  /** undefined: all that is not listed by itself. */
  readonly value: string | undefined;
  readonly label: string;
  readonly color: SeriesNumber;
  /** In the order of buckets. */
  readonly points: readonly TotalsAnswer[];
  /** pUSD over the period. */
  readonly cost: bigint;
};

export type Trend = {
  readonly by: TrendAnswer["by"];
  readonly interval: TrendAnswer["interval"];
  readonly buckets: readonly Bucket[];
  readonly series: readonly Series[];
};

const costOf = (points: readonly TotalsAnswer[]): bigint =>
  points.reduce((sum, { cost }) => sum + BigInt(cost), 0n);

const bucketsOf = (answer: TrendAnswer): readonly Bucket[] => {
  const { interval, previous, asOf } = answer;
  const { timeZone } = answer.period;
  return answer.total.map(({ start, end, totals }, at) => {
    const before = previous?.[at];
    return {
      start,
      end,
      label: formatBucket(start, interval, timeZone),
      tick: formatTick(start, interval, timeZone),
      unfinished: Date.parse(end) > Date.parse(asOf),
      totals,
      previous: before && {
        label: formatBucket(before.start, interval, timeZone),
        totals: before.totals,
      },
    };
  });
};

/** What chart, legend and table show, so that they can't disagree. */
export const trendOf = (
  answer: TrendAnswer,
  colorOf: (value: string | undefined) => SeriesNumber,
): Trend => {
  const { by, interval, other } = answer;
  const named = answer.series.map(({ value, label, points }) => ({
    value,
    label,
    color: colorOf(value),
    points,
    cost: costOf(points),
  }));
  const rest: readonly Series[] = other
    ? [
        {
          value: undefined,
          label: `Other (${other.values})`,
          color: "other",
          points: other.points,
          cost: costOf(other.points),
        },
      ]
    : [];
  return { by, interval, buckets: bucketsOf(answer), series: [...named, ...rest] };
};
