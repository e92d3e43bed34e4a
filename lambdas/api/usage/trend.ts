import type { getTrend } from "../../../core/contract/usage";
import { RequestError } from "../../../core/errors";
import { daysOf, hoursOf, type Period } from "../../../core/usage/query/calendar";
import { previousPeriod } from "../../../core/usage/query/previous-period";
import { readCells } from "../../../core/usage/query/read-cells";
import { toTotalsAnswer } from "../../../core/usage/query/to-totals-answer";
import { pointsOf, trendOf } from "../../../core/usage/query/trend";
import type { UsageTotals } from "../../../core/usage/totals";
import type { Handler } from "../handler";
import { type Ask, instant, readAsk, toPeriodAnswer } from "./ask";
import { createLabels } from "./labels";
import type { UsageParts } from "./parts";

const defaultSeries = 8;
/** Up to so long a period is shown by hours, where nothing is said. */
const hoursUpToMs = 49 * 3_600_000;
/** Of all series together: some 350 bytes each, and a function's answer is limited to 6 MB. */
const mostPoints = 12_000;

const stepsOf = { hour: hoursOf, day: daysOf } as const;

const checkSize = (points: number, series: number): void => {
  if (points * (series + 4) <= mostPoints) return;
  const message = `${points} points are too many for ${series} series; ask for days, a shorter period or fewer series`;
  throw new RequestError(400, "too_many_points", message, { param: "query.interval" });
};

const toPoints = (points: readonly Period[], totals: readonly UsageTotals[]) =>
  points.flatMap(({ from, to }, at) => {
    const sum = totals[at];
    return sum ? [{ start: instant(from), end: instant(to), totals: toTotalsAnswer(sum) }] : [];
  });

const readPrevious = async (ask: Ask, interval: "hour" | "day", { usage }: UsageParts) => {
  const period = previousPeriod(ask.timeZone, ask.period);
  const points = stepsOf[interval](ask.timeZone, period);
  const cells = await readCells(usage, { ...ask, period, step: interval });
  return toPoints(points, pointsOf(cells, points));
};

/** Totals by hour or day, and apart for the largest values of a dimension. */
export const createTrend =
  (parts: UsageParts): Handler<typeof getTrend> =>
  async ({ actor, query }) => {
    const ask = await readAsk(actor.organization, query, parts);
    const { period, timeZone, asOf } = ask;
    const { by = "model", series: most = defaultSeries } = query;
    const interval = query.interval ?? (period.to - period.from <= hoursUpToMs ? "hour" : "day");
    const points = stepsOf[interval](timeZone, period);
    checkSize(points.length, most);
    const [cells, keys, previous] = await Promise.all([
      readCells(parts.usage, { ...ask, step: interval }),
      parts.keys.list(actor.organization),
      query.previous === "true" ? readPrevious(ask, interval, parts) : null,
    ]);
    const labelOf = createLabels(keys);
    const { total, series, other } = trendOf(cells, points, by, most);
    return {
      period: toPeriodAnswer(period, timeZone),
      by,
      interval,
      total: toPoints(points, total),
      series: series.map(({ value, points: sums }) => ({
        value,
        label: labelOf(by, value),
        points: sums.map(toTotalsAnswer),
      })),
      other: other && { values: other.values, points: other.points.map(toTotalsAnswer) },
      previous,
      asOf,
    };
  };
