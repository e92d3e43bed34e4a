import type { tailRequests as operation } from "../../../core/contract/requests";
import { keyNames } from "../../../core/keys/key-names";
import { readCounts, writeCounts } from "../../../core/usage/query/recent-counts";
import { tailRequests } from "../../../core/usage/query/tail-requests";
import { requestFilter } from "../../../core/usage/request-filter";
import type { Handler } from "../handler";
import { noCursor } from "./check-cursor";
import type { RequestsParts } from "./parts";
import { toRow } from "./to-row";

/** What was recorded since the look that `after` tells of. */
export const createTailRequests =
  ({ usage, registry, now }: RequestsParts): Handler<typeof operation> =>
  async ({ actor: { organization }, query: { after, ...query } }) => {
    const seen = readCounts(after);
    if (!seen) throw noCursor("query.after");
    const at = now();
    const asked = { organization, seen, matches: requestFilter(query), now: at };
    const tail = await tailRequests(usage, asked);
    // Names are asked for where there is something to be named.
    const name = keyNames(tail.events.length === 0 ? [] : await registry.listKeys(organization));
    return {
      rows: tail.events.map((event) => toRow(event, name)),
      more: tail.more,
      tail: writeCounts(tail.seen),
      asOf: new Date(at).toISOString(),
    };
  };
