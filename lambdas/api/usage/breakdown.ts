import type { getBreakdown } from "../../../core/contract/usage";
import { groupBy, rank } from "../../../core/usage/query/group-cells";
import { readCells } from "../../../core/usage/query/read-cells";
import { toTotalsAnswer } from "../../../core/usage/query/to-totals-answer";
import { sumOf } from "../../../core/usage/query/totals-sum";
import type { Handler } from "../handler";
import { readAsk, toPeriodAnswer } from "./ask";
import { createLabels } from "./labels";
import { toOtherAnswer } from "./other-answer";
import type { UsageParts } from "./parts";

const defaultRows = 100;

/** Totals of each value of a dimension. */
export const createBreakdown =
  (parts: UsageParts): Handler<typeof getBreakdown> =>
  async ({ actor, query }) => {
    const ask = await readAsk(actor.organization, query, parts);
    const { by, limit = defaultRows } = query;
    const [cells, keys] = await Promise.all([
      readCells(parts.usage, { ...ask, step: "day" }),
      parts.keys.list(actor.organization),
    ]);
    const label = createLabels(keys);
    const groups = groupBy(cells, by);
    const { listed, other } = rank(groups, limit);
    return {
      period: toPeriodAnswer(ask.period, ask.timeZone),
      by,
      totals: toTotalsAnswer(sumOf(groups.map(({ totals }) => totals))),
      rows: listed.map(({ value, totals }) => ({
        value,
        label: label(by, value),
        totals: toTotalsAnswer(totals),
      })),
      other: toOtherAnswer(other),
      asOf: ask.asOf,
    };
  };
