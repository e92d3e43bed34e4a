import { percentOf } from "../explain";
import { smallest } from "../smallest";
import type { Fit } from "../weigh";
import type { CascadePlan } from "./cascade-plan";

/**
 * A first model keeps at least that share of the reference's predicted quality. It may lie below the
 * bar of the mode; but a check sees the form of an answer alone, so not without bounds.
 */
const leastShare = 0.8;
/** And it is at least as likely to answer well as not. */
const leastQuality = 0.5;
/** Even the ablest model fails a check now and then: at least so often. Set by hand. */
const leastEscalation = 0.03;

/** As if the check caught every bad answer: that errs towards escalating, and so towards cost. */
const escalationOf = ({ quality }: Fit): number => Math.max(leastEscalation, 1 - quality);

/**
 * Which offer to try first: of those that fit and are good enough, the one with the least expected
 * cost, its own and that of the reference by the probability of an escalation.
 *
 * @param fits - all that can take the request, below the bar of the mode too.
 * @param reference - what is escalated to; it must be among them by identity.
 */
export const planCascade = (fits: readonly Fit[], reference: Fit): CascadePlan => {
  if (!fits.includes(reference)) return { kind: "off", why: "off-no-reference" };
  const expected = (fit: Fit): number => fit.cost + escalationOf(fit) * reference.cost;
  // Another provider's offer of the same model would say the same again.
  const goodEnough = fits.filter(
    ({ prepared, quality, cost }) =>
      prepared.offer.id !== reference.prepared.offer.id &&
      cost < reference.cost &&
      quality >= Math.max(leastQuality, leastShare * reference.quality),
  );
  const [first] = smallest(
    goodEnough,
    1,
    (a, b) =>
      expected(a) - expected(b) ||
      b.quality - a.quality ||
      (a.prepared.name < b.prepared.name ? -1 : 1),
  );
  if (first === undefined) return { kind: "off", why: "off-no-cheaper" };
  if (expected(first) >= reference.cost) return { kind: "off", why: "off-not-worth-it" };
  return {
    kind: "first",
    first: first.prepared.offer,
    score: percentOf(first.quality, reference.quality),
    escalation: escalationOf(first),
    expectedCost: Math.round(expected(first)) as Fit["cost"],
  };
};
