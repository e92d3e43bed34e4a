import fc from "fast-check";
import { createCatalog } from "../../../core/catalog/catalog";
import { loadCatalog } from "../../../core/catalog/load";
import type { Offer } from "../../../core/catalog/offer";
import { createRouter } from "../../../core/routing/choose";
import type { RouteDecision } from "../../../core/routing/decision";
import type { Router } from "../../../core/routing/route-input";
import { loadClassifier } from "../../../lambdas/shared/load-classifier";
import { type Asking, askingsOf } from "./generated";
import { offersOf } from "./generated-offers";
import { conversations } from "./generated-talk";
import { checkDecision } from "./safety-rules";

const classify = loadClassifier();
/** Prepared once each, as a gateway does. */
const routers = new Map<readonly Offer[], Router>();
const routerOf = (offers: readonly Offer[]): Router => {
  const before = routers.get(offers);
  if (before !== undefined) return before;
  const router = createRouter(createCatalog("test", offers), classify);
  routers.set(offers, router);
  return router;
};

const decide = ({ offers, input, keys, broken }: Asking): RouteDecision =>
  routerOf(offers)({
    ...input,
    cascade: true,
    hasCredential: (provider) => keys.includes(provider),
    circuitOpen: (provider) => broken.includes(provider),
  });

const shipped = loadCatalog().offers;
const catalogs = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...fc.sample(offersOf(8, 30), 300)) },
  { weight: 1, arbitrary: fc.constant(shipped) },
);

/** What was met, so that nobody takes a property for held that was hardly tried. */
export type Met = {
  routed: number;
  pinned: number;
  refused: number;
  cascades: number;
  readonly tasks: Set<string>;
};

/**
 * Decides generated requests, read by the classifier that is shipped, against generated catalogs and
 * the one that is shipped; each decision is held to `checkDecision`.
 *
 * @throws Error with the smallest request that breaks a rule.
 */
export const decideSafely = (numRuns: number): Met => {
  const met: Met = { routed: 0, pinned: 0, refused: 0, cascades: 0, tasks: new Set() };
  fc.assert(
    fc.property(askingsOf(catalogs, conversations), (asking) => {
      const decision = decide(asking);
      checkDecision(asking, decision);
      met[decision.kind]++;
      met.tasks.add(decision.classification.task);
      if (decision.kind === "routed" && decision.cascade?.kind === "first") met.cascades++;
    }),
    { numRuns },
  );
  return met;
};
