import type { listRequests } from "../../../core/contract/requests";
import { keyNames } from "../../../core/keys/key-names";
import { sumCells } from "../../../core/usage/cells/grouped-sums";
import { findRequests } from "../../../core/usage/query/find-requests";
import { readPeriod } from "../../../core/usage/query/period";
import { readCells } from "../../../core/usage/query/read-cells";
import { countMinutes, watchedFrom, writeCounts } from "../../../core/usage/query/recent-counts";
import { sumRequests } from "../../../core/usage/query/sum-requests";
import { toTotalsAnswer } from "../../../core/usage/query/to-totals-answer";
import { asksRows, type RequestQuery, requestFilter } from "../../../core/usage/request-filter";
import type { UsageTotals } from "../../../core/usage/totals";
import { readSettings } from "../../shared/read-settings";
import type { Handler } from "../handler";
import { checkCursor } from "./check-cursor";
import type { RequestsParts } from "./parts";
import { toRow } from "./to-row";

const hourMs = 3_600_000;
const defaultHours = 24;
const defaultLimit = 50;
/** Rows that are looked through for totals: some seconds. */
const mostSummed = 20_000;

type Asked = {
  readonly query: RequestQuery;
  readonly period: { readonly from: number; readonly to: number };
  readonly timeZone: string;
  readonly organization: Parameters<typeof sumRequests>[1]["organization"];
};

/** Of everything that matches, not of the page: by the same cells as every other sum. */
const totalsOf = async (
  usage: RequestsParts["usage"],
  { query, period, timeZone, organization }: Asked,
): Promise<UsageTotals | null> => {
  const cells = { organization, timeZone, period, step: "day" } as const;
  if (!asksRows(query)) return sumCells(await readCells(usage, { ...cells, where: query }));
  const { requests } = sumCells(await readCells(usage, { ...cells, where: {} }));
  if (requests > mostSummed) return null;
  return sumRequests(usage, { organization, ...period }, requestFilter(query));
};

/** A page of requests, and with the first one what all of them amount to. */
export const createListRequests =
  (parts: RequestsParts): Handler<typeof listRequests> =>
  async ({ actor: { organization }, query: asked }) => {
    const { usage, registry, access, now } = parts;
    const { from, to, limit = defaultLimit, cursor, ...query } = asked;
    if (cursor !== undefined) checkCursor(cursor);
    const at = now();
    const [{ timeZone }, keys, seen] = await Promise.all([
      readSettings(access, organization),
      registry.listKeys(organization),
      // Before the rows are read: what comes in between is told by the tail again, not left out.
      countMinutes(usage, organization, watchedFrom(at), at),
    ]);
    const byDefault = from === undefined ? { from: (to ?? at) - defaultHours * hourMs } : { from };
    const period = readPeriod({ ...byDefault, to }, timeZone, at);
    const all = Object.keys(query).length === 0;
    const [page, totals] = await Promise.all([
      findRequests(usage, {
        period: { organization, ...period },
        ...(!all && { matches: requestFilter(query) }),
        limit,
        cursor,
      }),
      cursor === undefined
        ? totalsOf(usage, { query, period, timeZone, organization })
        : Promise.resolve(null),
    ]);
    const name = keyNames(keys);
    return {
      period: {
        from: new Date(period.from).toISOString(),
        to: new Date(period.to).toISOString(),
        timeZone,
      },
      rows: page.events.map((event) => toRow(event, name)),
      next: page.next ?? null,
      totals: totals && toTotalsAnswer(totals),
      tail: writeCounts(seen),
      asOf: new Date(at).toISOString(),
    };
  };
