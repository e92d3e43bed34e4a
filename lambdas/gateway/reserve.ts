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

/** Set aside for output where the caller names no maximum: more than nearly every answer takes. */
const presumedOutputTokens = 4_096;

/** No model gives more in one answer, whatever a caller allows it. */
const mostOutputTokens = 1_000_000;

const limited = ({ budget, requestsPerMinute }: Limits): boolean =>
  budget !== undefined || requestsPerMinute !== undefined;

/** What the request may cost at most, at the dearest of the models it may go to. */
const estimate = (conversation: Conversation, targets: readonly Target[]): PicoUsd => {
  const asked = conversation.maxOutputTokens ?? presumedOutputTokens;
  const output = Math.min(asked, mostOutputTokens);
  const tokens = {
    ...noTokens,
    freshInput: conversation.estimatedInputTokens,
    visibleOutput: (output * conversation.needs.choices) as Tokens,
  };
  const costs = targets.map(({ card }) => (card ? costOf(tokens, card) : 0));
  return Math.max(0, ...costs) as PicoUsd;
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
    `the ${scope}'s ${limit.replace("-", " ")} is spent until ${until}; raise it, or wait`,
    { mayRetry: false },
  );
};

const unlimited: Reservation = { settle: () => Promise.resolve() };

/**
 * Holds the request against the limits of its key and organization; without any, nothing is asked.
 *
 * @throws RequestError 429 over a rate, 402 over a budget.
 */
export const reserve = async (
  conversation: Conversation,
  targets: readonly Target[],
  { key, organization }: Caller,
  limits: LimitStore,
  now: number,
): Promise<Reservation> => {
  if (!limited(key) && !limited(organization)) return unlimited;
  const answer = await limits.reserve(
    {
      organization: organization.id,
      organizationLimits: organization,
      key: key.id,
      keyLimits: key,
      timeZone: organization.timeZone,
    },
    estimate(conversation, targets),
  );
  return isRefusal(answer) ? refuse(answer, now) : answer;
};
