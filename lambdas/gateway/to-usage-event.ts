import type { RouteDecision } from "../../core/routing/decision";
import { basisOf } from "../../core/routing/decision-basis";
import type { UsageEvent } from "../../core/usage/usage-event";
import type { Bill } from "./bill";
import { cascadeRecord } from "./cascade";
import type { GatewayDeps } from "./deps";
import type { Ending, Ledger } from "./ledger";
import { reasonOf } from "./reason-of";

const candidatesOf = (decision: RouteDecision | undefined): UsageEvent["candidates"] =>
  decision && decision.kind !== "pinned" ? decision.candidates.map((one) => ({ ...one })) : [];

const explained = (ledger: Ledger, { target }: Ending): Partial<UsageEvent> => {
  const { decision, mode, asked, cascade } = ledger;
  return {
    ...(mode && { mode }),
    ...(decision && {
      task: decision.classification.task,
      difficulty: decision.classification.difficulty,
      classifiedBy: decision.classification.by,
      reason: reasonOf(ledger, target),
    }),
    ...(decision && asked && { routing: basisOf(asked.input, decision, asked.modeFrom) }),
    ...(decision?.kind === "routed" && decision.warm && { warm: decision.warm }),
    ...(cascade && { cascade: cascadeRecord(cascade) }),
    ...(target && {
      used: { provider: target.offer.provider, model: target.offer.id },
      score: target.score,
    }),
  };
};

/** The record of a request: all that is kept of it, and none of its words. */
export const toUsageEvent = (
  ledger: Ledger,
  ending: Ending,
  bill: Bill,
  deps: GatewayDeps,
): UsageEvent => {
  const { id, startedAt, caller, tags, requested, streamed, attempts, decision, endpoint } = ledger;
  const { status, outcome, errorCode, firstTokenAt } = ending;
  const { retentionDays } = caller.organization;
  return {
    version: 1,
    id,
    organization: caller.organization.id,
    key: caller.key.id,
    environment: caller.key.environment,
    at: startedAt,
    timeZone: caller.organization.timeZone,
    endpoint,
    streamed,
    requested,
    ...explained(ledger, ending),
    candidates: candidatesOf(decision),
    catalogVersion: deps.catalog.version,
    tags,
    ...bill,
    attempts,
    status,
    outcome,
    ...(errorCode !== undefined && { errorCode }),
    latencyMs: Math.max(0, deps.now() - startedAt),
    ...(firstTokenAt !== undefined && { firstTokenMs: Math.max(0, firstTokenAt - startedAt) }),
    ...(retentionDays !== undefined && { retentionDays }),
  };
};
