import type { CallerRequest } from "../../core/chat/caller-dialect";
import { recogniseCheck } from "../../core/routing/cascade/recognise-check";
import { readCascade } from "./cascade-setting";
import type { GatewayDeps } from "./deps";
import type { GatewayRequest } from "./exchange";
import type { Ledger } from "./ledger";
import { type Target, toTarget } from "./target";

/**
 * Reads whether a cascade is wanted, and how the answer could be checked.
 *
 * @returns whether the router is to plan one.
 * @throws RequestError 400 for a wrong header.
 */
export const askForCascade = (
  request: Pick<GatewayRequest, "headers">,
  asked: CallerRequest,
  ledger: Ledger,
): boolean => {
  if (!readCascade(request, ledger.caller)) return false;
  const { streamed, conversation, format } = asked;
  const found = streamed ? "off-streamed" : recogniseCheck(conversation, format);
  ledger.cascade = typeof found === "string" ? { outcome: found } : { check: found };
  return typeof found !== "string";
};

/**
 * Puts the planned first model before the targets, and the reference among them.
 *
 * @returns the targets as they are where there is no plan.
 */
export const withCascade = (
  targets: readonly Target[],
  request: CallerRequest,
  { cascade, decision, caller }: Ledger,
  deps: GatewayDeps,
): readonly Target[] => {
  if (!cascade?.check) return targets;
  if (decision?.kind !== "routed" || !decision.cascade) {
    cascade.outcome = "off-pinned";
    return targets;
  }
  const plan = decision.cascade;
  if (plan.kind === "off") {
    cascade.outcome = plan.why;
    return targets;
  }
  const first = toTarget(
    { offer: plan.first, score: plan.score, asked: false },
    caller,
    request,
    deps,
  );
  cascade.first = first;
  cascade.escalation = plan.escalation;
  const others = targets.filter(({ offer }) => offer !== plan.first);
  const reference = { offer: decision.reference, score: 100, asked: true };
  return others.some(({ asked }) => asked)
    ? [first, ...others]
    : [first, ...others, toTarget(reference, caller, request, deps)];
};
