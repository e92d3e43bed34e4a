import fc from "fast-check";
import { createCatalog } from "../../../core/catalog/catalog";
import { loadCatalog } from "../../../core/catalog/load";
import type { Offer } from "../../../core/catalog/offer";
import { createRouter } from "../../../core/routing/choose";
import type { RouteDecision } from "../../../core/routing/decision";
import type { Router } from "../../../core/routing/route-input";
import { tasks } from "../../../core/routing/task";
import { loadClassifier } from "../../../lambdas/shared/load-classifier";
import { type Asking, askingsOf } from "./generated";
import { offersArbitrary } from "./generated-offers";
import { conversations } from "./generated-talk";
import { checkDecision } from "./safety-rules";

declare global {
  /** How many requests are decided; `npm run router:safety` asks for more. */
  var safetyRuns: number | undefined;
}
const runs = globalThis.safetyRuns ?? 5_000;

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
  { weight: 30, arbitrary: fc.constantFrom(...fc.sample(offersArbitrary, 300)) },
  { weight: 1, arbitrary: fc.constant(shipped) },
);

test(`of ${runs} requests read by the trained classifier none goes where it can't be answered, or dearer`, () => {
  const seen = { routed: 0, pinned: 0, refused: 0, cascades: 0 };
  const read = new Set<string>();
  fc.assert(
    fc.property(askingsOf(catalogs, conversations), (asking) => {
      const decision = decide(asking);
      checkDecision(asking, decision);
      seen[decision.kind]++;
      read.add(decision.classification.task);
      if (decision.kind === "routed" && decision.cascade?.kind === "first") seen.cascades++;
    }),
    { numRuns: runs },
  );
  // It would say little if hardly anything were ever routed, or all were read alike.
  expect(seen.routed).toBeGreaterThan(runs / 15);
  expect(seen.pinned).toBeGreaterThan(runs / 70);
  expect(seen.cascades).toBeGreaterThan(runs / 500);
  expect(read.size).toBe(tasks.length);
}, 180_000);
