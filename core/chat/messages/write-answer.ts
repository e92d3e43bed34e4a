import { RequestError } from "../../errors";
import type { AnswerContext } from "../caller-dialect";
import type { NeutralAnswer } from "../neutral/answer";
import type { AssistantPart, ToolCallPart } from "../neutral/part";
import { writeSeal } from "../neutral/seal";
import { redactedOfCall, signatureOf } from "./seal-slots";
import { heldBy, stopDetailsOf, stopReasonOf } from "./stop-reason";
import { toolCallIdOf } from "./tool-call-id";
import { writtenUsage } from "./written-usage";

/**
 * A call's arguments as the object that Anthropic's clients expect.
 *
 * @throws RequestError 502 where the model wrote none: half a call must not look like a whole one.
 */
const inputOf = ({ arguments: text }: ToolCallPart): unknown => {
  try {
    const input: unknown = JSON.parse(text === "" ? "{}" : text);
    if (typeof input === "object" && input !== null && !Array.isArray(input)) return input;
  } catch {
    // The parser's own message would quote the answer.
  }
  throw new RequestError(
    502,
    "invalid_tool_arguments",
    "the model called a tool with arguments that are not a JSON object; try again or name another model",
  );
};

const toBlocks = (part: AssistantPart): readonly object[] => {
  if (part.kind === "text") {
    return part.text === "" ? [] : [{ type: "text", text: part.text }];
  }
  if (part.kind === "tool-call") {
    const { name, seal } = part;
    const call = { type: "tool_use", id: toolCallIdOf(part.id), name, input: inputOf(part) };
    return seal ? [{ type: "redacted_thinking", data: redactedOfCall(seal) }, call] : [call];
  }
  // A refusal stands beside the content.
  if (part.kind === "refusal") return [];
  if (part.redacted) {
    return part.seal ? [{ type: "redacted_thinking", data: writeSeal(part.seal, "messages") }] : [];
  }
  if (part.text === "" && !part.seal) return [];
  return [{ type: "thinking", thinking: part.text, signature: signatureOf(part) }];
};

/** What stands around the content of a message, whole or streamed. */
export const messageFrame = ({ id, model }: AnswerContext) => ({
  id: `msg_${id}`,
  type: "message",
  role: "assistant",
  model,
  container: null,
});

/**
 * A whole answer as a Messages client reads it: the first choice, as there is no other here.
 * @see https://platform.claude.com/docs/en/api/messages (read 2026-11-24, by the types of the
 * `@anthropic-ai/sdk` package 1.12)
 * @throws RequestError 502 where the answer can't be said as a whole.
 */
export const writeAnswer = (
  { choices: [choice = { parts: [], finish: "stop" }], usage }: NeutralAnswer,
  context: AnswerContext,
): string => {
  const stop_reason = stopReasonOf(choice.finish, heldBy(choice));
  const refusal = choice.parts.filter(({ kind }) => kind === "refusal");
  const explanation = refusal.map((part) => ("text" in part ? part.text : "")).join("");
  return JSON.stringify({
    ...messageFrame(context),
    content: choice.parts.flatMap(toBlocks),
    stop_reason,
    stop_sequence: choice.stopSequence ?? null,
    stop_details: stopDetailsOf(stop_reason, explanation),
    usage: writtenUsage(usage),
  });
};
