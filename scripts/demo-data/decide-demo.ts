import type { ProviderId } from "../../core/catalog/provider-id";
import type { CallerRequest } from "../../core/chat/caller-dialect";
import { completionsDialect } from "../../core/chat/completions/dialect";
import type { Tokens } from "../../core/money/amounts";
import type { RouteDecision } from "../../core/routing/decision";
import type { RoutingMode } from "../../core/routing/mode";
import type { RouteInput, Router, RoutingPolicy } from "../../core/routing/route-input";
import type { Chance } from "./chance";
import { type Feature, providers, requestedModels } from "./company";
import type { Examples } from "./read-examples";

export type Deciding = {
  readonly route: Router;
  readonly examples: Examples;
  readonly policy: RoutingPolicy;
  readonly mode: RoutingMode;
  readonly at: number;
};

/** What was asked, and what the real router made of it. */
export type Decided = {
  readonly request: CallerRequest;
  readonly input: RouteInput;
  readonly decision: RouteDecision;
  /** Tokens that a cache may hold: the system prompt's. */
  readonly instructions: number;
};

const held = new Set<ProviderId>(providers);

const read = new Map<object, CallerRequest>();

/** Reading costs more than deciding, and examples come again. */
const readOnce = (example: object): CallerRequest => {
  const known = read.get(example);
  if (known) return known;
  const request = completionsDialect.read(JSON.stringify({ model: "auto", ...example }));
  read.set(example, request);
  return request;
};

/** Asks one example of a feature's kinds of work for a model, by the gateway's own router. */
export const decideDemo = (
  chance: Chance,
  feature: Feature,
  { route, examples, policy, mode, at }: Deciding,
): Decided => {
  const request = readOnce(chance.pick(examples.get(chance.pick(feature.tasks)) ?? []));
  const model = chance.weighted(requestedModels).name;
  const size = Math.round(chance.around(feature.instructions + 150, 0.5));
  const estimatedInputTokens = (request.conversation.estimatedInputTokens + size) as Tokens;
  const input: RouteInput = {
    conversation: { ...request.conversation, estimatedInputTokens },
    model,
    mode,
    organization: policy,
    hasCredential: (provider) => held.has(provider),
    circuitOpen: () => false,
    nowMs: at,
  };
  return { request, input, decision: route(input), instructions: feature.instructions };
};
