import type { Catalog } from "../catalog/catalog";
import type { Offer } from "../catalog/offer";
import { offerName } from "../catalog/offer";
import type { PicoUsd, Tokens } from "../money/amounts";
import { cardAt } from "../money/card-at";
import { InexactAmountError } from "../money/cost";
import { priceUsage } from "../money/price-usage";
import { answerUsage } from "../usage/answer-usage";
import { outputTokens, type TokenBuckets } from "../usage/token-buckets";
import type { UsageEvent } from "../usage/usage-event";
import { conversationIn } from "./decision-basis";
import { expectOutput, reasonsUnasked } from "./expected-output";
import type { Replayed } from "./replay-decision";

type Decided = Extract<Replayed, { kind: "replayed" }>;

/**
 * What a recorded request would have cost under a replayed decision: as billed where the choice is
 * the one that was made, else its real tokens at the other offer's prices of that day.
 *
 * Models that reason are corrected for: an offer that does not reason is charged no reasoning
 * tokens, and one that does is charged those expected of the task and difficulty where the model
 * that answered reported none and does not reason. Cached tokens are taken as cached there too, and
 * searches and the service tier as asked of it as well: unpriced where it has no price for them.
 *
 * @returns whole pUSD; null where either side is unpriced or nothing would have been called.
 */
export const replayedCost = (
  stored: UsageEvent,
  { decision, policy, choice }: Decided,
  catalog: Catalog,
): PicoUsd | null => {
  if (decision.kind === "refused") return null;
  if (choice === stored.routing?.choice) return stored.cost;
  const [offer] = decision.order;
  if ("unlisted" in offer) return null;
  const own = policy.priceOverrides[offerName(offer)];
  const card = (own && cardAt({ prices: [own] }, stored.at)) ?? cardAt(offer, stored.at);
  if (card === undefined) return null;
  try {
    const tokens = tokensAt(offer, stored, decision.classification, catalog);
    return priceUsage({ ...answerUsage(stored), tokens }, card, offer);
  } catch (error) {
    if (error instanceof InexactAmountError) return null;
    throw error;
  }
};

const tokensAt = (
  offer: Offer,
  stored: UsageEvent,
  classification: Parameters<typeof expectOutput>[0],
  catalog: Catalog,
): TokenBuckets => {
  const { routing, used } = stored;
  const { tokens } = answerUsage(stored);
  if (routing === undefined) return tokens;
  const asked = routing.needs.includes("reasoning");
  const reasons = (one: Offer): boolean => one.can.reasoning && (asked || reasonsUnasked(one));
  if (!reasons(offer)) return { ...tokens, reasoningOutput: 0 as Tokens };
  const answered = used && catalog.find(offerName({ provider: used.provider, id: used.model }));
  // A provider that counts no reasoning apart has it in the visible output.
  if (tokens.reasoningOutput > 0 || (answered && reasons(answered))) return tokens;
  const { reasoning } = expectOutput(classification, conversationIn(routing));
  const room =
    (routing.maxOutput ?? Infinity) * Math.max(1, routing.choices) - outputTokens(tokens);
  return { ...tokens, reasoningOutput: Math.max(0, Math.min(reasoning, room)) as Tokens };
};
