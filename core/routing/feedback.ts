import type { OfferName } from "../catalog/offer";
import type { Prior } from "./prior";
import type { Task } from "./task";

/** What an organization's callers said of one offer at one task. */
export type Votes = {
  /** How many requests were scored; the latest 50 at most count. */
  readonly votes: number;
  /** Mean of their scores, 0 to 1. */
  readonly mean: number;
};

/** All that an organization's callers said, of the offers and tasks that they scored. */
export type Feedback = Readonly<Record<OfferName, Readonly<Partial<Record<Task, Votes>>>>>;

/** Fewer votes than these change nothing: one caller's mood is no measurement. */
export const leastVotes = 5;
/** More votes than these weigh no more. */
export const mostVotes = 50;
/** However many votes, whoever cast them: a mean moves no further from its prior than this. */
export const mostShift = 0.25;

/**
 * A prior as the organization's own votes move it: votes are observations like those that the prior
 * is worth, so their weight is votes / (votes + prior.observations), of 5 to 50 votes.
 *
 * The influence is bounded twice, so that no flood of votes decides alone: the weight by 50 votes
 * (at most 56% against a prior worth 40), and the mean's shift by 0.25.
 */
export const withFeedback = (prior: Prior, votes: Votes | undefined): Prior => {
  if (votes === undefined || votes.votes < leastVotes) return prior;
  const counted = Math.min(votes.votes, mostVotes);
  const weight = counted / (counted + prior.observations);
  const shift = weight * (votes.mean - prior.mean);
  return {
    mean: prior.mean + Math.min(mostShift, Math.max(-mostShift, shift)),
    observations: prior.observations + counted,
  };
};
