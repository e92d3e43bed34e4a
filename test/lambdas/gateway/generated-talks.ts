import fc from "fast-check";
import type { OfferName } from "../../../core/catalog/offer";
import { parseChatRequest } from "../../../core/chat/completions/parse-request";
import { toConversation } from "../../../core/chat/completions/to-conversation";
import type { Tokens } from "../../../core/money/amounts";
import { markOf } from "../../../core/routing/session";
import type { CachedPrompt, SessionMemory } from "../../../core/routing/session-memory";
import type { Sessions } from "../../../lambdas/gateway/sessions";
import { noon } from "./harness";

/** A chat completion's body, as far as it is of interest here. */
export type Body = { readonly messages: readonly unknown[] };

/** What was answered before a request, and by whom. */
export type Talk = {
  /** The latest first. */
  readonly answered: readonly Omit<CachedPrompt, "turns" | "prefix">[];
  /** The last answer called a tool, and the request brings what it found. */
  readonly calledTools: boolean;
};

/** Up to three that answered; some of their caches are empty or lost. */
export const talksWith = (offer: fc.Arbitrary<OfferName>): fc.Arbitrary<Talk> => {
  const cached = fc
    .record({
      offer,
      cachedTokens: fc.constantFrom(0, 1_024, 4_000, 100_000),
      leftMs: fc.constantFrom(-1, 0, 1, 60_000, 3_600_000),
    })
    .map(({ cachedTokens, leftMs, ...rest }) => ({
      ...rest,
      promptTokens: cachedTokens as Tokens,
      cachedTokens: cachedTokens as Tokens,
      cachedUntil: noon + leftMs,
    }));
  return fc.record({
    answered: fc.uniqueArray(cached, {
      selector: (one) => one.offer,
      minLength: 1,
      maxLength: 3,
    }),
    calledTools: fc.boolean(),
  });
};

const call = { id: "call_1", type: "function", function: { name: "look_up", arguments: "{}" } };
const toolTurns = [
  { role: "assistant", content: null, tool_calls: [call] },
  { role: "tool", tool_call_id: "call_1", content: "7" },
];
const chatTurns = [
  { role: "assistant", content: "Yes." },
  { role: "user", content: "And why is that?" },
];

/** The next request of the conversation that a body began. */
export const continued = <B extends Body>(body: B, { calledTools }: Talk): B => ({
  ...body,
  messages: [...body.messages, ...(calledTools ? toolTurns : chatTurns)],
});

/** Sessions that remember of every conversation what was answered to its beginning. */
export const remembering = (body: Body, { answered, calledTools }: Talk): Sessions => {
  const mark = markOf(toConversation(parseChatRequest(JSON.stringify(body))));
  const [last, ...earlier] = answered.map((one) => ({ ...one, ...mark }));
  const memory: SessionMemory | undefined = last && {
    ...last,
    at: noon - 1_000,
    toolLoop: calledTools,
    earlier,
  };
  return { recall: async () => memory, remember: async () => undefined };
};
