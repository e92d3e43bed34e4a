import type { AssistantPart } from "../neutral/part";

const joined = (parts: readonly AssistantPart[], kind: "text" | "reasoning" | "refusal"): string =>
  parts.flatMap((part) => (part.kind === kind ? [part.text] : [])).join("");

/**
 * What an assistant said as one message, in an answer as well as in the history of a request. Texts
 * that a provider's citations cut are one text, so they are joined without a blank. For reasoning
 * OpenAI has no field; this one is DeepSeek's, and what clients of the field read.
 */
export const assistantMessage = (parts: readonly AssistantPart[]) => {
  const content = joined(parts, "text");
  const reasoning = joined(parts, "reasoning");
  const refusal = joined(parts, "refusal");
  const calls = parts.flatMap((part) =>
    part.kind === "tool-call"
      ? [
          {
            id: part.id,
            type: "function",
            function: { name: part.name, arguments: part.arguments },
          },
        ]
      : [],
  );
  const silent = content === "" && (calls.length > 0 || refusal !== "");
  return {
    role: "assistant",
    content: silent ? null : content,
    ...(reasoning !== "" && { reasoning_content: reasoning }),
    ...(refusal !== "" && { refusal }),
    ...(calls.length > 0 && { tool_calls: calls }),
  };
};
