import type { Catalog } from "../catalog/catalog";
import { type OfferName, offerName } from "../catalog/offer";
import { callerDialectOf } from "../usage/endpoint";
import type { UsageEvent } from "../usage/usage-event";
import { createDecider, type Decider } from "./choose";
import type { RouteDecision } from "./decision";
import { classificationIn, conversationIn, uncarriedIn, warmIn } from "./decision-basis";
import type { RoutingMode } from "./mode";
import { policyIn } from "./policy-text";
import { readPinned } from "./resolve";
import type { RouteInput, RoutingPolicy } from "./route-input";

/** Why a request can't be decided anew. */
export type Unreplayable =
  /** It ended before a model was chosen: a wrong body, an unknown header. */
  | "undecided"
  /** Its record is older than the basis of decisions. */
  | "recorded-before"
  /** Its caller pinned the model, by name or by header: no mode changes that. */
  | "pinned"
  /** Its organization's settings were too long for the record, and have changed since. */
  | "settings-changed";

/** What is not as it was at the time, so that the choice may differ. */
export type Approximation = "catalog" | "feedback";

export type Replayed =
  | {
      readonly kind: "replayed";
      readonly decision: RouteDecision;
      /** The settings that held at the time. */
      readonly policy: RoutingPolicy;
      /** Absent where the request would be refused. */
      readonly choice?: OfferName;
      /** Empty: in the mode that was used this is the choice that was made. */
      readonly approximations: readonly Approximation[];
    }
  | { readonly kind: "unreplayable"; readonly why: Unreplayable };

// Preparing a catalog takes far longer than a decision.
const deciders = new WeakMap<Catalog, Decider>();

const deciderOf = (catalog: Catalog): Decider => {
  const known = deciders.get(catalog) ?? createDecider(catalog);
  deciders.set(catalog, known);
  return known;
};

const unreplayable = (why: Unreplayable): Replayed => ({ kind: "unreplayable", why });

/**
 * Decides a recorded request anew, in any mode: with its own size, needs, classification, keys and
 * settings, at the prices of its time. Caches are where the conversation really was before.
 *
 * @param today - the organization's present policy, for records that keep only a mark of theirs.
 */
export const replayDecision = (
  stored: UsageEvent,
  mode: RoutingMode,
  catalog: Catalog,
  today?: RoutingPolicy,
): Replayed => {
  const { routing, task, difficulty, classifiedBy: by, requested, at, endpoint } = stored;
  if (task === undefined || difficulty === undefined || by === undefined) {
    return unreplayable("undecided");
  }
  if (routing === undefined) return unreplayable("recorded-before");
  const pinnedByHeader = stored.mode === "off" && routing.modeFrom === "request";
  if (pinnedByHeader || readPinned(requested, catalog) !== undefined) return unreplayable("pinned");
  const told = policyIn(routing, today);
  if (told === undefined) return unreplayable("settings-changed");
  const { policy, sameFeedback } = told;
  const warm = warmIn(routing, at);
  const uncarried = uncarriedIn(routing, callerDialectOf(endpoint));
  const input: Omit<RouteInput, "circuitOpen"> = {
    conversation: conversationIn(routing),
    model: requested,
    mode,
    organization: policy,
    hasCredential: (provider) => routing.providers.includes(provider),
    ...(warm && { warm }),
    ...(uncarried && { uncarried }),
    nowMs: at,
  };
  const classification = classificationIn(routing, { task, difficulty, by });
  const { openCircuits = [] } = routing;
  const ask = (open: readonly string[]): RouteDecision =>
    deciderOf(catalog)(
      { ...input, circuitOpen: (provider) => open.includes(provider) },
      classification,
    );
  const minded = ask(openCircuits);
  // As the gateway does: a circuit guides the choice, and never refuses.
  const decision = minded.kind === "refused" && openCircuits.length > 0 ? ask([]) : minded;
  return {
    kind: "replayed",
    decision,
    policy,
    ...(decision.kind !== "refused" && { choice: offerName(decision.order[0]) }),
    approximations: [
      ...(stored.catalogVersion === catalog.version ? [] : (["catalog"] as const)),
      ...(sameFeedback ? [] : (["feedback"] as const)),
    ],
  };
};
