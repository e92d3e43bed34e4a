import type { Asked, AskedPart, AskedTurn, ToolChoice } from "../asked";
import { thinkingOf } from "../thinking-effort";
import type { InputContent, Item } from "./item-schema";
import type { ResponsesRequest } from "./request";

type Tool = NonNullable<ResponsesRequest["tools"]>[number];

/** Whether a tool is the caller's own, not one that the provider runs. */
export const isFunction = (tool: Tool): tool is Extract<Tool, { type: "function" }> =>
  tool.type === "function";

const partOf = (content: InputContent): AskedPart => {
  if (content.type === "input_text") return { kind: "text", text: content.text };
  if (content.type === "input_image") {
    return { kind: "image", source: content.image_url, detail: content.detail };
  }
  return { kind: "document", source: content.file_data ?? content.file_url ?? "" };
};

const partsOf = (content: string | readonly InputContent[]): readonly AskedPart[] =>
  typeof content === "string" ? [{ kind: "text", text: content }] : content.map(partOf);

const outputTurn = (output: string | readonly InputContent[]): AskedTurn => {
  const parts = partsOf(output);
  const texts = parts.flatMap((part) => (part.kind === "text" ? [part.text] : []));
  return {
    role: "tool",
    parts: [
      { kind: "result", text: texts.join("\n") },
      ...parts.filter(({ kind }) => kind !== "text"),
    ],
  };
};

/** Items that the model made in one turn stand in one turn. */
const turnsOf = (items: readonly Item[]): readonly AskedTurn[] => {
  const turns: AskedTurn[] = [];
  const say = (...parts: readonly AskedPart[]) => {
    const last = turns.at(-1);
    if (last?.role !== "assistant") turns.push({ role: "assistant", parts });
    else turns.splice(-1, 1, { ...last, parts: [...last.parts, ...parts] });
  };
  for (const item of items) {
    if (item.type === "reasoning" || item.type === "item_reference") continue;
    if (item.type === "function_call_output") turns.push(outputTurn(item.output));
    else if (item.type === "function_call") {
      say({ kind: "call", name: item.name, arguments: item.arguments });
    } else if (item.role !== "assistant") {
      const role = item.role === "user" ? "user" : "system";
      turns.push({ role, parts: partsOf(item.content) });
    } else if (typeof item.content === "string") say({ kind: "text", text: item.content });
    else {
      say(
        ...item.content.map(
          (part): AskedPart => ({
            kind: "text",
            text: part.type === "refusal" ? part.refusal : part.text,
          }),
        ),
      );
    }
  }
  return turns;
};

const choiceOf = ({ tool_choice: choice }: ResponsesRequest): ToolChoice => {
  if (typeof choice === "string") return { mode: choice };
  if (!choice) return { mode: "auto" };
  if (choice.type === "function") return { mode: "named", among: [choice.name] };
  return { mode: choice.mode, among: choice.tools.map(({ name }) => name) };
};

const formatOf = ({ text }: ResponsesRequest): Asked["format"] => {
  const format = text?.format;
  if (format?.type === "json_object") return { kind: "json" };
  return format?.type === "json_schema"
    ? { kind: "schema", schema: format.schema }
    : { kind: "text" };
};

/** What a response asks for. */
export const toAsked = (request: ResponsesRequest): Asked => {
  const { input, instructions, include, reasoning } = request;
  const system: AskedTurn[] = instructions
    ? [{ role: "system", parts: [{ kind: "text", text: instructions }] }]
    : [];
  const items: readonly Item[] =
    typeof input === "string" ? [{ role: "user", content: input }] : input;
  return {
    model: request.model,
    turns: [...system, ...turnsOf(items)],
    tools: (request.tools ?? []).filter(isFunction).map(({ name, description, parameters }) => ({
      name,
      description,
      schema: parameters ?? { type: "object" },
    })),
    choice: choiceOf(request),
    parallel: request.parallel_tool_calls !== false,
    format: formatOf(request),
    stop: [],
    mostTokens: request.max_output_tokens ?? undefined,
    temperature: request.temperature ?? undefined,
    answers: 1,
    ...(include?.includes("message.output_text.logprobs") && {
      logprobs: { top: request.top_logprobs ?? 0 },
    }),
    thinking: reasoning ? thinkingOf(reasoning.effort ?? "medium") : "unsaid",
    caching: "automatic",
  };
};
