import type { getSummary } from "../../../core/contract/usage";
import { previousPeriod } from "../../../core/usage/query/previous-period";
import { type Cell, readCells } from "../../../core/usage/query/read-cells";
import { toTotalsAnswer } from "../../../core/usage/query/to-totals-answer";
import { sumOf } from "../../../core/usage/query/totals-sum";
import type { Handler } from "../handler";
import { readAsk, toPeriodAnswer } from "./ask";
import type { UsageParts } from "./parts";

const everything = (): boolean => true;

const isTagged = ({ dimensions }: Cell): boolean =>
  Boolean(dimensions.customer) || Boolean(dimensions.feature);

const totalsAnswerOf = (cells: readonly Cell[]) =>
  toTotalsAnswer(sumOf(cells.map(({ totals }) => totals)));

/** Totals of a period and of the one before. */
export const createSummary =
  (parts: UsageParts): Handler<typeof getSummary> =>
  async ({ actor, query }) => {
    const ask = await readAsk(actor.organization, query, parts);
    const { period, timeZone, matches, settings, asOf } = ask;
    const before = previousPeriod(timeZone, period);
    // Whether anything is tagged is asked of all traffic, whatever is filtered for.
    const [all, previous] = await Promise.all([
      readCells(parts.usage, { ...ask, matches: everything, step: "day" }),
      readCells(parts.usage, { ...ask, period: before, step: "day" }),
    ]);
    return {
      period: toPeriodAnswer(period, timeZone),
      previousPeriod: toPeriodAnswer(before, timeZone),
      current: totalsAnswerOf(all.filter(({ dimensions }) => matches(dimensions))),
      previous: totalsAnswerOf(previous),
      tagged: all.some(isTagged),
      baselineModel: settings.baselineModel ?? null,
      asOf,
    };
  };
