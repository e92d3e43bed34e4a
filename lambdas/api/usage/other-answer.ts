import type { TotalsAnswer } from "../../../core/contract/usage";
import type { Other } from "../../../core/usage/query/group-cells";
import { toTotalsAnswer } from "../../../core/usage/query/to-totals-answer";

export const toOtherAnswer = (
  other: Other | null,
): { values: number; totals: TotalsAnswer } | null =>
  other && { values: other.values.length, totals: toTotalsAnswer(other.totals) };
