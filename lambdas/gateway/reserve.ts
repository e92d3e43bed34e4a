import type { Conversation } from "../../core/chat/conversation";
import { RequestError } from "../../core/errors";
import type { PicoUsd, Tokens } from "../../core/money/amounts";
import { costOf } from "../../core/money/cost";
import type { Limits } from "../../core/ports/access-store";
import {
  isRefusal,
  type LimitRefusal,
  type LimitStore,
  type Reservation,
} from "../../core/ports/limit-store";
import { noTokens } from "../../core/usage/token-buckets";
import type { Caller } from "./authenticate";
import type { Target } from "./target";
import { orUnavailable } from "./unavailable";

/** Set aside for output where the caller names no maximum: more than nearly every answer takes. */
const presumedOutputTokens = 4_096;
/** The same for a model that thinks before it answers, and is billed for its thoughts. */
const presumedReasoningTokens = 32_768;
/** No request gives more, whatever a caller allows it; it keeps the estimate exact. */
const mostOutputTokens = 10_000_000;

/** What was set aside, and how much it was: what a request that can't be priced is charged with. */
export type Reserved = Reservation & { readonly estimate: PicoUsd };

const hasLimit = ({ budget, requestsPerMinute }: Limits): boolean =>
  budget !== undefined || requestsPerMinute !== undefined;

const presumed = ({ offer }: Target): number => {
  if ("unlisted" in offer || !offer.can.reasoning) return presumedOutputTokens;
  return Math.min(presumedReasoningTokens, offer.limits.outputTokens || Infinity);
};

/** What the request may cost at most at one of the models it may go to. */
const costAt = (target: Target, { needs, maxOutputTokens, ...size }: Conversation): PicoUsd => {
  const { card } = target;
  if (!card) {
    throw new RequestError(
      402,
      "unpriced_under_budget",
      `${target.offer.provider}/${target.offer.id} has no known price and so can't be held to a budget; set a price for it in the model catalog, or name a model that has one`,
      { param: "model", mayRetry: false },
    );
  }
  const output = (maxOutputTokens ?? presumed(target)) * needs.choices;
  const visibleOutput = Math.min(output, mostOutputTokens) as Tokens;
  return costOf({ ...noTokens, freshInput: size.estimatedInputTokens, visibleOutput }, card);
};

const refuse = ({ scope, limit, resetsAt }: LimitRefusal, now: number): never => {
  const retryAfterSeconds = Math.max(1, Math.ceil((resetsAt - now) / 1_000));
  const until = new Date(resetsAt).toISOString();
  if (limit === "requests-per-minute") {
    throw new RequestError(
      429,
      "rate_limit_exceeded",
      `the ${scope}'s limit of requests per minute is reached; try again after ${until} or raise the limit`,
      { retryAfterSeconds },
    );
  }
  throw new RequestError(
    402,
    "budget_exceeded",
    `the ${scope}'s ${limit.replace("-", " ")} has less left than this request may cost; lower its maximum of tokens, raise the budget, or wait until ${until}`,
    { mayRetry: false },
  );
};

const nothing = 0 as PicoUsd;
const unlimited: Reserved = { estimate: nothing, settle: () => Promise.resolve() };

/**
 * Holds the request against the limits of its key and organization; without any, nothing is asked.
 *
 * @param first - called before one of the targets is, and billed beside it.
 * @throws RequestError 429 over a rate, 402 over a budget, 503 where the limits can't be read.
 */
export const reserve = async (
  conversation: Conversation,
  targets: readonly Target[],
  { key, organization }: Caller,
  limits: LimitStore,
  now: number,
  first?: Target,
): Promise<Reserved> => {
  if (!hasLimit(key) && !hasLimit(organization)) return unlimited;
  const budgeted = key.budget !== undefined || organization.budget !== undefined;
  const costs = budgeted ? targets.map((target) => costAt(target, conversation)) : [];
  const before = budgeted && first ? costAt(first, conversation) : 0;
  const estimate = Math.min(before + Math.max(0, ...costs), Number.MAX_SAFE_INTEGER) as PicoUsd;
  const by = {
    organization: organization.id,
    organizationLimits: organization,
    key: key.id,
    keyLimits: key,
    timeZone: organization.timeZone,
  };
  const answer = await orUnavailable("limits", limits.reserve(by, estimate));
  return isRefusal(answer) ? refuse(answer, now) : { ...answer, estimate };
};
