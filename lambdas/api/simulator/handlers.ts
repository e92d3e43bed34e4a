import type { Catalog } from "../../../core/catalog/catalog";
import type { AnswerOf } from "../../../core/contract/operation";
import type { simulate, simulatorOperations } from "../../../core/contract/simulator";
import type { AccessStore, KeyRecord } from "../../../core/ports/access-store";
import type { Registry } from "../../../core/ports/registry";
import type { UsageReader } from "../../../core/ports/usage-store";
import { promisedQuality } from "../../../core/routing/mode";
import type { ModeTally, ReplayTally } from "../../../core/routing/replay-tally";
import { readPeriod } from "../../../core/usage/query/period";
import { requestFilter } from "../../../core/usage/request-filter";
import { readSettings } from "../../shared/read-settings";
import type { Handler, HandlersOf } from "../handler";
import { lastFullDays } from "./last-full-days";
import { replayNewest } from "./replay-newest";

export type SimulatorParts = {
  readonly usage: Pick<UsageReader, "requests">;
  readonly registry: Pick<Registry, "listKeys">;
  readonly access: Pick<AccessStore, "read">;
  /** The gateway's own. */
  readonly catalog: Catalog;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
};

type Answer = AnswerOf<typeof simulate>;

const defaultDays = 7;

const modeOf = ({ mode, changed, unpriced, cost, saved, refused, quality }: ModeTally) => ({
  mode,
  promise: Math.round(promisedQuality[mode] * 100),
  cost: String(cost),
  saved: String(saved),
  moved: changed,
  unpriced,
  refused,
  quality,
});

/** Why requests are in no comparison, the most frequent first. */
const leftOf = ({ unreplayable, unanswered }: ReplayTally): Answer["left"] =>
  [...Object.entries(unreplayable), ["unanswered", unanswered] as const]
    .filter(([, requests]) => requests > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([why, requests]) => ({ why, requests }));

const overridingOf = (keys: readonly KeyRecord[]): Answer["overriding"] =>
  keys.flatMap(({ id, name, routingMode, revokedAt }) =>
    routingMode && revokedAt === undefined ? [{ key: id, name, mode: routingMode }] : [],
  );

const createSimulate =
  ({ usage, registry, access, catalog, now }: SimulatorParts): Handler<typeof simulate> =>
  async ({ actor: { organization }, query: { from, to, ...query } }) => {
    const at = now();
    const [settings, keys] = await Promise.all([
      readSettings(access, organization),
      registry.listKeys(organization),
    ]);
    const { timeZone } = settings;
    const asked =
      from === undefined && to === undefined
        ? lastFullDays(defaultDays, timeZone, at)
        : readPeriod({ from, to }, timeZone, at);
    const period = { organization, from: asked.from, to: asked.to };
    const matches = requestFilter(query);
    const replay = { usage, period, matches, catalog, today: settings, now };
    const { tally, sampled } = await replayNewest(replay);
    return {
      period: {
        from: new Date(period.from).toISOString(),
        to: new Date(period.to).toISOString(),
        timeZone,
      },
      requests: tally.requests,
      compared: tally.compared,
      sampled,
      billed: String(tally.billed),
      modes: tally.modes.map(modeOf),
      left: leftOf(tally),
      changes: tally.changes.map((change) => ({ ...change, saves: String(change.saves) })),
      overriding: overridingOf(keys),
      asOf: new Date(at).toISOString(),
    };
  };

export const createSimulatorHandlers = (
  parts: SimulatorParts,
): HandlersOf<typeof simulatorOperations> => ({ "simulator.run": createSimulate(parts) });
