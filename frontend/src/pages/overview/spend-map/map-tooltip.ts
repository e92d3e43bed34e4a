import { formatUsd, formatUsdTotal } from "../../../../../core/contract/money";
import type { TotalsAnswer } from "../../../../../core/contract/usage";
import type { TooltipLine } from "../../../charts/chart-tooltip";
import { formatCount } from "../../../format/count";
import { formatMoneyShare } from "../../../format/share";

/** "—" where the saving of none is known. */
export const savedText = ({ saved, requests, unknownSaving }: TotalsAnswer): string =>
  requests > 0 && unknownSaving === requests ? "—" : formatUsdTotal(BigInt(saved));

/** What is said of a tile. @param whole - of the level, pUSD. */
export const tileLines = (totals: TotalsAnswer, whole: string): readonly TooltipLine[] => [
  { name: "Spend", value: formatUsdTotal(BigInt(totals.cost)), strong: true },
  { name: "Share", value: formatMoneyShare(totals.cost, whole) },
  { name: "Saved", value: savedText(totals) },
  { name: "Requests", value: formatCount(totals.requests) },
  ...(totals.requests > totals.unpriced
    ? [
        {
          name: "Per request",
          value: formatUsd(BigInt(totals.cost) / BigInt(totals.requests - totals.unpriced)),
        },
      ]
    : []),
  ...(totals.unpriced > 0 ? [{ name: "Unpriced", value: formatCount(totals.unpriced) }] : []),
];
