import { tokensOf } from "../emission";
import type { Choice, Reply } from "../reply";
import { argumentsObject, saidParts } from "../said";
import type { MakeId } from "../sandbox-dialect";
import { sealOf } from "../seal";
import type { ConverseRequest } from "./request";

const stopReasons = {
  stop: "end_turn",
  "stop-sequence": "stop_sequence",
  length: "max_tokens",
  "tool-calls": "tool_use",
} as const;

/** Why an answer ended; which sequence ended it is told where it was asked for. */
export const endingOf = (
  { ending, stopSequence }: Choice,
  { additionalModelResponseFieldPaths: paths = [] }: ConverseRequest,
) => ({
  stopReason: stopReasons[ending],
  ...(paths.includes("/stop_sequence") && {
    additionalModelResponseFields: { stop_sequence: stopSequence ?? null },
  }),
});

/** The counts of an answer: `inputTokens` are those that the cache had nothing to do with. */
export const usageOf = ({ prompt }: Reply, choice: Choice) => {
  const { read, written5m, written1h } = prompt;
  const written = written5m + written1h;
  const outputTokens = tokensOf(choice.emissions);
  return {
    inputTokens: prompt.tokens - read - written,
    outputTokens,
    totalTokens: prompt.tokens + outputTokens,
    cacheReadInputTokens: read,
    cacheWriteInputTokens: written,
    ...(written > 0 && {
      cacheDetails: [
        ...(written5m > 0 ? [{ ttl: "5m", inputTokens: written5m }] : []),
        ...(written1h > 0 ? [{ ttl: "1h", inputTokens: written1h }] : []),
      ],
    }),
  };
};

/** A thought with its signature. */
export const signatureOf = (thought: string): string => sealOf("converse", thought);

const blocksOf = (choice: Choice, makeId: MakeId) =>
  saidParts(choice).map((part) => {
    if (part.kind === "text") return { text: part.text };
    if (part.kind === "thought") {
      const { text } = part;
      return { reasoningContent: { reasoningText: { text, signature: signatureOf(text) } } };
    }
    const input = argumentsObject(part.arguments);
    return { toolUse: { toolUseId: makeId("tooluse_", 22), name: part.name, input } };
  });

/** The answer as one JSON body. */
export const toConversed = (
  reply: Reply,
  choice: Choice,
  request: ConverseRequest,
  makeId: MakeId,
) => ({
  output: { message: { role: "assistant", content: blocksOf(choice, makeId) } },
  ...endingOf(choice, request),
  usage: usageOf(reply, choice),
  metrics: { latencyMs: tokensOf(choice.emissions) },
});
