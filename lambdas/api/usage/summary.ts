import type { getSummary } from "../../../core/contract/usage";
import { type CellBlock, hasValues } from "../../../core/usage/cells/cell-block";
import { sumCells } from "../../../core/usage/cells/grouped-sums";
import { selectCells } from "../../../core/usage/cells/select-cells";
import { previousPeriod } from "../../../core/usage/query/previous-period";
import { readCells } from "../../../core/usage/query/read-cells";
import { toTotalsAnswer } from "../../../core/usage/query/to-totals-answer";
import type { Handler } from "../handler";
import { readAsk, toPeriodAnswer } from "./ask";
import type { UsageParts } from "./parts";

const isTagged = (block: CellBlock): boolean =>
  hasValues(block, "customer") || hasValues(block, "feature");

/** Totals of a period and of the one before. */
export const createSummary =
  (parts: UsageParts): Handler<typeof getSummary> =>
  async ({ actor, query }) => {
    const ask = await readAsk(actor.organization, query, parts);
    const { period, timeZone, where, settings, asOf } = ask;
    const before = previousPeriod(timeZone, period);
    // Whether anything is tagged is asked of all traffic, whatever is filtered for.
    const [all, previous] = await Promise.all([
      readCells(parts.usage, { ...ask, where: {}, step: "day" }),
      readCells(parts.usage, { ...ask, period: before, step: "day" }),
    ]);
    return {
      period: toPeriodAnswer(period, timeZone),
      previousPeriod: toPeriodAnswer(before, timeZone),
      current: toTotalsAnswer(sumCells(selectCells(all, where))),
      previous: toTotalsAnswer(sumCells(previous)),
      tagged: all.some(isTagged),
      baselineModel: settings.baselineModel ?? null,
      asOf,
    };
  };
