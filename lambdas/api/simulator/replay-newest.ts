import type { Catalog } from "../../../core/catalog/catalog";
import type { UsagePeriod, UsageReader } from "../../../core/ports/usage-store";
import { routingModes } from "../../../core/routing/mode";
import { createReplayTally, type ReplayTally } from "../../../core/routing/replay-tally";
import type { RoutingPolicy } from "../../../core/routing/route-input";
import { eachRequest } from "../../../core/usage/query/find-requests";
import type { UsageEvent } from "../../../core/usage/usage-event";

export type Replay = {
  readonly usage: Pick<UsageReader, "requests">;
  readonly period: UsagePeriod;
  readonly matches: (event: UsageEvent) => boolean;
  readonly catalog: Catalog;
  /** The organization's present policy. */
  readonly today: RoutingPolicy;
  readonly now: () => number;
};

/** So many are replayed, and so long it takes at most, in milliseconds. */
const mostReplayed = 5_000;
const longestMs = 4_000;
const perPage = 500;

/** Replays the newest requests of a period; `sampled` where there was no time for all. */
export const replayNewest = async (
  replay: Replay,
): Promise<{ readonly tally: ReplayTally; readonly sampled: boolean }> => {
  const { usage, period, matches, catalog, today, now } = replay;
  const { add, tally } = createReplayTally(routingModes, catalog, today);
  const begun = now();
  let replayed = 0;
  for await (const event of eachRequest(usage, period, perPage)) {
    if (replayed >= mostReplayed || now() - begun > longestMs) {
      return { tally: tally(), sampled: true };
    }
    if (!matches(event)) continue;
    add(event);
    replayed += 1;
  }
  return { tally: tally(), sampled: false };
};
