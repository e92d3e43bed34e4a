import type { PeriodAnswer } from "../../../core/contract/period";
import type { OrganizationId } from "../../../core/ids";
import type { Period } from "../../../core/usage/query/calendar";
import type { DimensionQuery } from "../../../core/usage/query/dimension-filter";
import { readPeriod } from "../../../core/usage/query/period";
import type { CellQuery } from "../../../core/usage/query/read-cells";
import { notFound } from "../problems";
import type { UsageParts } from "./parts";

type Query = DimensionQuery & {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
};

/** What of a question is the same in each: whose, when, which, on which clock. */
export type Ask = Omit<CellQuery, "step"> & {
  readonly settings: { readonly timeZone: string; readonly baselineModel?: string };
  /** When it was asked. */
  readonly asOf: string;
};

export const instant = (at: number): string => new Date(at).toISOString();

export const toPeriodAnswer = ({ from, to }: Period, timeZone: string): PeriodAnswer => ({
  from: instant(from),
  to: instant(to),
  timeZone,
});

/** @throws RequestError 400 for a period that can't be answered for, 404 without an organization. */
export const readAsk = async (
  organization: OrganizationId,
  query: Query,
  { settings: store, now }: Pick<UsageParts, "settings" | "now">,
): Promise<Ask> => {
  const settings = await store.find(organization);
  if (!settings) throw notFound("organization");
  const { timeZone } = settings;
  const nowMs = now();
  return {
    organization,
    timeZone,
    period: readPeriod(query, timeZone, nowMs),
    where: query,
    settings,
    asOf: instant(nowMs),
  };
};
