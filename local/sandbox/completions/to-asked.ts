import type { Asked, AskedPart, AskedTurn, ToolChoice } from "../asked";
import { thinkingOf } from "../thinking-effort";
import type { ChatContent, ChatRequest } from "./request";

type Message = ChatRequest["messages"][number];

const partsOf = (content: ChatContent | null | undefined): readonly AskedPart[] => {
  if (typeof content === "string") return [{ kind: "text", text: content }];
  return (content ?? []).map((part) => {
    if (part.type === "text") return { kind: "text", text: part.text };
    if (part.type === "file") return { kind: "document", source: part.file.file_data };
    const { url, detail } = part.image_url;
    return { kind: "image", source: url, detail };
  });
};

const resultOf = (content: ChatContent): AskedPart => ({
  kind: "result",
  text: partsOf(content)
    .map((part) => (part.kind === "text" ? part.text : ""))
    .join("\n"),
});

const turnOf = (message: Message): AskedTurn => {
  const { role, content } = message;
  if (role === "tool") return { role, parts: [resultOf(content)] };
  if (role !== "assistant") {
    return { role: role === "developer" ? "system" : role, parts: partsOf(content) };
  }
  const calls = (message.tool_calls ?? []).map(
    ({ function: { name, arguments: given } }): AskedPart => ({
      kind: "call",
      name,
      arguments: given,
    }),
  );
  return { role, parts: [...partsOf(content), ...calls] };
};

const choiceOf = ({ tool_choice }: ChatRequest): ToolChoice => {
  if (typeof tool_choice === "string") return { mode: tool_choice };
  if (!tool_choice) return { mode: "auto" };
  if (tool_choice.type === "function") {
    return { mode: "named", among: [tool_choice.function.name] };
  }
  const { mode, tools } = tool_choice.allowed_tools;
  return { mode, among: tools.map((tool) => tool.function.name) };
};

const formatOf = ({ response_format: format }: ChatRequest): Asked["format"] => {
  if (format?.type === "json_object") return { kind: "json" };
  if (format?.type !== "json_schema") return { kind: "text" };
  return { kind: "schema", schema: format.json_schema.schema ?? {} };
};

/** What a chat completion asks for. */
export const toAsked = (request: ChatRequest): Asked => ({
  model: request.model,
  turns: request.messages.map(turnOf),
  tools: (request.tools ?? []).map(({ function: { name, description, parameters } }) => ({
    name,
    description,
    schema: parameters ?? { type: "object" },
  })),
  choice: choiceOf(request),
  parallel: request.parallel_tool_calls !== false,
  format: formatOf(request),
  stop: typeof request.stop === "string" ? [request.stop] : (request.stop ?? []),
  mostTokens: request.max_completion_tokens ?? request.max_tokens ?? undefined,
  temperature: request.temperature ?? undefined,
  seed: request.seed ?? undefined,
  answers: request.n ?? 1,
  ...(request.logprobs && { logprobs: { top: request.top_logprobs ?? 0 } }),
  thinking: thinkingOf(request.reasoning_effort),
  caching: "automatic",
});
