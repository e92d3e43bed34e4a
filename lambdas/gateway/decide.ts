import type { ProviderId } from "../../core/catalog/provider-id";
import type { CallerRequest } from "../../core/chat/caller-dialect";
import { RequestError } from "../../core/errors";
import type { RouteDecision, RouteRefusal } from "../../core/routing/decision";
import type { RoutingMode } from "../../core/routing/mode";
import type { RouteInput } from "../../core/routing/route-input";
import type { Warm } from "../../core/routing/warm-cache";
import type { Caller } from "./authenticate";
import type { GatewayDeps } from "./deps";
import { uncarriedFor } from "./spoken-to";

const statusOf: Record<RouteRefusal, number> = {
  "unknown-model": 404,
  "auto-without-routing": 400,
  "no-credential": 424,
  "nothing-fits": 400,
};

const codeOf: Record<RouteRefusal, string> = {
  "unknown-model": "model_not_found",
  "auto-without-routing": "auto_without_routing",
  "no-credential": "no_credential",
  "nothing-fits": "no_model_fits",
};

export type Question = {
  readonly request: CallerRequest;
  readonly mode: RoutingMode;
  readonly caller: Caller;
  readonly warm?: Warm | undefined;
  /** A cascade is wanted, and the answer can be checked. */
  readonly cascade: boolean;
  /** When the request came in: its prices are of that day. */
  readonly at: number;
};

/** A decision, and what exactly the router was asked for it: its record keeps both. */
export type Decided = { readonly decision: RouteDecision; readonly input: RouteInput };

/** Asks the router; where only open circuits are in the way, asks once more without minding them. */
export const decide = (
  { request, mode, caller, warm, cascade, at }: Question,
  deps: GatewayDeps,
): Decided => {
  const { route, adapters, circuits } = deps;
  const { conversation, model } = request;
  const uncarried = uncarriedFor(request, deps);
  const held = new Set(caller.credentials.map(({ provider }) => provider));
  // As they are now: the record is written when others may have opened.
  const open = new Set([...held].filter(circuits.isOpen));
  const ask = (circuitOpen: (provider: ProviderId) => boolean): Decided => {
    const input = {
      conversation,
      model,
      mode,
      organization: caller.organization,
      hasCredential: (provider: ProviderId) => held.has(provider) && adapters.has(provider),
      circuitOpen,
      ...(warm && { warm }),
      uncarried,
      ...(cascade && { cascade }),
      nowMs: at,
    };
    return { decision: route(input), input };
  };
  const minded = ask((provider) => open.has(provider));
  return minded.decision.kind === "refused" && open.size > 0 ? ask(() => false) : minded;
};

/** @throws RequestError where the decision is a refusal. */
export const acceptDecision = (
  decision: RouteDecision,
): Exclude<RouteDecision, { kind: "refused" }> => {
  if (decision.kind !== "refused") return decision;
  const { refusal, message } = decision;
  throw new RequestError(statusOf[refusal], codeOf[refusal], message, {
    param: "model",
    mayRetry: false,
  });
};
