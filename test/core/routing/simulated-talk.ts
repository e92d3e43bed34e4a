import { type Catalog, createCatalog } from "../../../core/catalog/catalog";
import { type Offer, offerName } from "../../../core/catalog/offer";
import type { Conversation, Turn } from "../../../core/chat/conversation";
import type { Tokens } from "../../../core/money/amounts";
import { cardAt } from "../../../core/money/card-at";
import { costOf } from "../../../core/money/cost";
import { createRouter } from "../../../core/routing/choose";
import type { Classification } from "../../../core/routing/classification";
import { promptCachingOf } from "../../../core/routing/prompt-caching";
import { memoryOf, type SessionMemory, warmOf } from "../../../core/routing/session-memory";
import { noTokens, type TokenBuckets } from "../../../core/usage/token-buckets";
import { easy } from "./classified";
import { noNeeds } from "./conversations";

/** A conversation as it is played: turn by turn, each with its size, its kind and its time. */
export type Talk = {
  readonly model: string;
  readonly instructionTokens: number;
  readonly turns: readonly { readonly classification: Classification; readonly afterMs: number }[];
};

/** Each turn adds so much: what is asked, and what was answered. */
const askedTokens = 150;
const answeredTokens = 250;

/** What a provider does: keeps every prompt that it takes, and bills what it has seen for less. */
const createProviders = () => {
  const seen = new Map<string, { readonly tokens: number; readonly at: number }>();
  return (offer: Offer, prompt: number, at: number): TokenBuckets => {
    const caching = promptCachingOf(offer);
    const last = seen.get(offerName(offer));
    const isKept = caching?.kind === "sure" && last && at - last.at < caching.keptMs;
    const cached = isKept && last.tokens >= caching.leastTokens ? last.tokens : 0;
    const read = cached - (cached % (caching?.stepTokens ?? 1));
    seen.set(offerName(offer), { tokens: prompt, at });
    return {
      ...noTokens,
      freshInput: (prompt - read) as Tokens,
      cacheRead: read as Tokens,
      visibleOutput: answeredTokens as Tokens,
    };
  };
};

/** Which offer answers a turn. */
export type Strategy = "aware" | "unaware" | "switching";

/** What a whole conversation is billed in pUSD, who answered each turn, and how often that changed. */
export const play = (offers: readonly Offer[], talk: Talk, strategy: Strategy) => {
  const catalog: Catalog = createCatalog("test", offers);
  const bill = createProviders();
  let current: Classification | undefined;
  const route = createRouter(catalog, () => current ?? easy);
  const turns: Turn[] = [{ role: "system", text: "A long manual." }];
  let memory: SessionMemory | undefined;
  let at = Date.UTC(2026, 10, 24);
  let total = 0;
  const answeredBy: string[] = [];
  for (const [place, { classification, afterMs }] of talk.turns.entries()) {
    at += afterMs;
    current = classification;
    turns.push({ role: "user", text: `Question ${place}` });
    const prompt = talk.instructionTokens + askedTokens * (place + 1) + answeredTokens * place;
    const conversation: Conversation = {
      turns: [...turns],
      needs: noNeeds,
      toolText: "",
      hasToolHistory: false,
      estimatedInputTokens: prompt as Tokens,
    };
    const warm = strategy === "aware" && memory && warmOf(memory, conversation, false, at);
    const decision = route({
      conversation,
      model: talk.model,
      mode: "balanced",
      organization: { disabledOffers: [], priceOverrides: {} },
      hasCredential: () => true,
      circuitOpen: () => false,
      nowMs: at,
      ...(warm && { warm }),
    });
    if (decision.kind !== "routed") throw new Error(`turn ${place} was ${decision.kind}`);
    const { order } = decision;
    // Those that keep the promise take turns, so that no cache is ever of use.
    const offer = (strategy === "switching" && order[place % order.length]) || order[0];
    const fresh = {
      ...noTokens,
      freshInput: prompt as Tokens,
      visibleOutput: answeredTokens as Tokens,
    };
    const tokens = strategy === "switching" ? fresh : bill(offer, prompt, at);
    const card = cardAt(offer, at);
    if (!card) throw new Error(`${offer.id} has no price`);
    total += costOf(tokens, card);
    memory =
      memoryOf({ offer, conversation, at, tokens, calledTools: false, before: memory }) ?? memory;
    turns.push({ role: "assistant", text: `Answer ${place}` });
    answeredBy.push(offer.id);
  }
  const moves = answeredBy.filter((id, place) => place > 0 && id !== answeredBy[place - 1]).length;
  return { total, answeredBy, moves };
};
