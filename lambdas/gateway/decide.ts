import type { ProviderId } from "../../core/catalog/provider-id";
import type { Conversation } from "../../core/chat/conversation";
import { RequestError } from "../../core/errors";
import type { RouteDecision, RouteRefusal } from "../../core/routing/decision";
import type { RoutingMode } from "../../core/routing/mode";
import type { Caller } from "./authenticate";
import type { GatewayDeps } from "./deps";

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
  readonly conversation: Conversation;
  readonly model: string;
  readonly mode: RoutingMode;
  readonly caller: Caller;
};

/** Asks the router; where only open circuits are in the way, asks once more without minding them. */
export const decide = (
  { conversation, model, mode, caller }: Question,
  { route, adapters, circuits, now }: GatewayDeps,
): RouteDecision => {
  const held = new Set(caller.credentials.map(({ provider }) => provider));
  const ask = (circuitOpen: (provider: ProviderId) => boolean) =>
    route({
      conversation,
      model,
      mode,
      organization: caller.organization,
      hasCredential: (provider) => held.has(provider) && adapters.has(provider),
      circuitOpen,
      nowMs: now(),
    });
  const decision = ask(circuits.isOpen);
  const inTheWay = [...held].some(circuits.isOpen);
  return decision.kind === "refused" && inTheWay ? ask(() => false) : decision;
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
