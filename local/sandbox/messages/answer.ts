import { tokensOf } from "../emission";
import { type Choice, type Reply, thinkingTokens } from "../reply";
import { argumentsObject, saidParts } from "../said";
import type { MakeId } from "../sandbox-dialect";
import { sealOf } from "../seal";

/** Why an answer ended, in Anthropic's words. */
export const stopReasonOf = ({ ending }: Choice) =>
  (
    ({
      stop: "end_turn",
      "stop-sequence": "stop_sequence",
      length: "max_tokens",
      "tool-calls": "tool_use",
    }) as const
  )[ending];

/** The counts of a prompt: `input_tokens` are those that the cache had nothing to do with. */
export const inputUsage = ({ prompt }: Reply) => ({
  input_tokens: prompt.tokens - prompt.read - prompt.written5m - prompt.written1h,
  cache_creation_input_tokens: prompt.written5m + prompt.written1h,
  cache_read_input_tokens: prompt.read,
});

/** The counts of an answer: thinking is part of `output_tokens`. */
export const outputUsage = (choice: Choice) => ({
  output_tokens: tokensOf(choice.emissions),
  ...(thinkingTokens(choice) > 0 && {
    output_tokens_details: { thinking_tokens: thinkingTokens(choice) },
  }),
});

/** What a prompt's cache writes are made of, and who served it. */
export const usageDetails = ({ prompt }: Reply) => ({
  cache_creation: {
    ephemeral_5m_input_tokens: prompt.written5m,
    ephemeral_1h_input_tokens: prompt.written1h,
  },
  service_tier: "standard",
  inference_geo: "not_available",
});

/** The message's head, before it says anything. */
export const messageHead = (reply: Reply, makeId: MakeId) => ({
  id: makeId("msg_01", 22),
  type: "message",
  role: "assistant",
  model: reply.model,
});

/** A thought as it is shown: signed, and empty where the caller does not want to read it. */
export const shownThought = (thought: string, omitted: boolean) => {
  const thinking = omitted ? "" : thought;
  return { thinking, signature: sealOf("messages", thinking) };
};

const blocksOf = (choice: Choice, omitted: boolean, makeId: MakeId) =>
  saidParts(choice).map((part) => {
    if (part.kind === "thought") return { type: "thinking", ...shownThought(part.text, omitted) };
    if (part.kind === "text") return { type: "text", text: part.text };
    const { name, arguments: given } = part;
    const id = makeId("toolu_01", 22);
    return {
      type: "tool_use",
      id,
      name,
      input: argumentsObject(given),
      caller: { type: "direct" },
    };
  });

/** The answer as one JSON body. */
export const toMessage = (reply: Reply, choice: Choice, omitted: boolean, makeId: MakeId) => ({
  ...messageHead(reply, makeId),
  content: blocksOf(choice, omitted, makeId),
  stop_reason: stopReasonOf(choice),
  stop_sequence: choice.stopSequence ?? null,
  stop_details: null,
  usage: { ...inputUsage(reply), ...outputUsage(choice), ...usageDetails(reply) },
});
