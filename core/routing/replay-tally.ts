import type { Catalog } from "../catalog/catalog";
import type { UsageEvent } from "../usage/usage-event";
import type { RoutingMode } from "./mode";
import { createReplayChanges, type ReplayChange } from "./replay-changes";
import { replayedCost } from "./replay-cost";
import { type Replayed, replayDecision, type Unreplayable } from "./replay-decision";
import type { RoutingPolicy } from "./route-input";

/** What the same requests come to in one mode. */
export type ModeTally = {
  readonly mode: RoutingMode;
  /** Requests that are compared: answered, and routed in that mode. */
  readonly requests: number;
  /** Of these, those that would have gone to another model. */
  readonly changed: number;
  /** Of these, those that are in no sum of money: unpriced as billed or in that mode. */
  readonly unpriced: number;
  /** pUSD as billed, in that mode, and the difference. */
  readonly billed: bigint;
  readonly cost: bigint;
  readonly saved: bigint;
  /** Mean predicted quality in percent of the references'; null where nothing is compared. */
  readonly quality: number | null;
  /** Answered requests that the mode would refuse: `auto` without a baseline in mode off. */
  readonly refused: number;
};

/** Every request is counted in exactly one of `compared`, `unanswered` and `unreplayable`. */
export type ReplayTally = {
  readonly requests: number;
  readonly compared: number;
  /** No tokens were used, so no mode would have cost anything. */
  readonly unanswered: number;
  readonly unreplayable: Readonly<Record<Unreplayable, number>>;
  /** Of the compared, those replayed against another catalog or other feedback than at the time. */
  readonly approximate: number;
  /** Of the others, those that did not come out as recorded in their own mode; must be 0. */
  readonly astray: number;
  /** pUSD of the compared requests, as billed; unpriced ones left out. */
  readonly billed: bigint;
  readonly modes: readonly ModeTally[];
  /** Of each mode the 20 that matter most to the bill, all modes in one list. */
  readonly changes: readonly ReplayChange[];
};

const mostChanges = 20;

type Sums = {
  requests: number;
  changed: number;
  unpriced: number;
  billed: bigint;
  cost: bigint;
  quality: number;
  refused: number;
};

const noSums = (): Sums => ({
  requests: 0,
  changed: 0,
  unpriced: 0,
  billed: 0n,
  cost: 0n,
  quality: 0,
  refused: 0,
});

type Decided = Extract<Replayed, { kind: "replayed" }>;

/** @returns pUSD that the mode would have saved; null where it can't be told. */
const addTo = (
  sums: Sums,
  stored: UsageEvent,
  replayed: Decided,
  catalog: Catalog,
): bigint | null => {
  const { decision, choice } = replayed;
  if (decision.kind === "refused") {
    sums.refused += 1;
    return null;
  }
  sums.requests += 1;
  if (choice !== stored.routing?.choice) sums.changed += 1;
  sums.quality += decision.kind === "routed" ? (decision.scores[0] ?? 100) : 100;
  const cost = replayedCost(stored, replayed, catalog);
  if (cost === null || stored.cost === null) {
    sums.unpriced += 1;
    return null;
  }
  sums.billed += BigInt(stored.cost);
  sums.cost += BigInt(cost);
  return BigInt(stored.cost) - BigInt(cost);
};

const tallyOf = (mode: RoutingMode, { quality, ...sums }: Sums): ModeTally => ({
  mode,
  ...sums,
  saved: sums.billed - sums.cost,
  quality: sums.requests === 0 ? null : quality / sums.requests,
});

/**
 * Adds up recorded requests, one at a time, as each of the modes would have decided them.
 *
 * @param today - the organization's present policy.
 */
export const createReplayTally = (
  modes: readonly RoutingMode[],
  catalog: Catalog,
  today?: RoutingPolicy,
): { readonly add: (stored: UsageEvent) => void; readonly tally: () => ReplayTally } => {
  const counts = { requests: 0, compared: 0, unanswered: 0, approximate: 0, astray: 0 };
  const unreplayable: Record<Unreplayable, number> = {
    undecided: 0,
    "recorded-before": 0,
    pinned: 0,
    "settings-changed": 0,
  };
  const sums = new Map(modes.map((mode) => [mode, noSums()]));
  const changes = createReplayChanges();
  let billed = 0n;

  const addMode = (mode: RoutingMode, stored: UsageEvent, replayed: Decided): void => {
    const saves = addTo(sums.get(mode) ?? noSums(), stored, replayed, catalog);
    const from = stored.routing?.choice;
    const to = replayed.choice;
    if (from === undefined || to === undefined || from === to) return;
    changes.add({ mode, from, to, requests: 1, saves: saves ?? 0n });
  };

  const add = (stored: UsageEvent): void => {
    counts.requests += 1;
    const own = replayDecision(stored, stored.mode ?? "off", catalog, today);
    if (own.kind === "unreplayable") {
      unreplayable[own.why] += 1;
      return;
    }
    if (stored.tokensFrom === "none") {
      counts.unanswered += 1;
      return;
    }
    counts.compared += 1;
    if (own.approximations.length > 0) counts.approximate += 1;
    else if (own.choice !== stored.routing?.choice) counts.astray += 1;
    billed += BigInt(stored.cost ?? 0);
    for (const mode of sums.keys()) {
      const same = mode === (stored.mode ?? "off");
      const replayed = same ? own : replayDecision(stored, mode, catalog, today);
      if (replayed.kind === "replayed") addMode(mode, stored, replayed);
    }
  };

  return {
    add,
    tally: () => ({
      ...counts,
      unreplayable: { ...unreplayable },
      billed,
      modes: [...sums].map(([mode, modeSums]) => tallyOf(mode, modeSums)),
      changes: changes.largest(mostChanges),
    }),
  };
};
