import type { Classification } from "./classification";
import { type Feedback, withFeedback } from "./feedback";
import type { PreparedOffer } from "./prepared-offer";
import { cautiousStandingOf, predictQuality, standingOf } from "./quality";
import { tasks } from "./task";

/** What was read of a request, and what callers said of offers. */
type Read = {
  readonly classification: Classification;
  readonly feedback: Feedback | undefined;
};

/**
 * The predicted quality of an offer for a request, moved by what the organization's callers said of
 * it.
 *
 * @param isStandIn - it would take the place of the model asked for.
 */
export const qualityOf = (
  { name, beliefs }: PreparedOffer,
  { classification, feedback }: Read,
  isStandIn: boolean,
): number => {
  const { priors, standing, cautiousStanding } = beliefs();
  const said = feedback?.[name];
  if (said === undefined) {
    return predictQuality(isStandIn ? cautiousStanding : standing, classification, isStandIn);
  }
  const moved = priors.map((prior, at) =>
    withFeedback(prior, said[tasks[at] as (typeof tasks)[number]]),
  );
  const own = isStandIn ? cautiousStandingOf(moved) : standingOf(moved);
  return predictQuality(own, classification, isStandIn);
};
