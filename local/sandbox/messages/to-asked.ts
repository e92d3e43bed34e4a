import type { Asked, AskedPart, AskedTool, AskedTurn, Thinking, ToolChoice } from "../asked";
import { thinkingOf } from "../thinking-effort";
import { blocksOf } from "./check-tools";
import type { Block, BlockOf, Message } from "./content-schema";
import type { CountRequest, MessagesRequest } from "./request";

type Marked = {
  readonly cache_control?: { readonly ttl?: "5m" | "1h" | undefined } | null | undefined;
};

const markOf = ({ cache_control: control }: Marked) =>
  control ? { mark: control.ttl ?? ("5m" as const) } : {};

const sourceOf = ({ source }: BlockOf<"image"> | BlockOf<"document">): string =>
  source.type === "url" ? source.url : source.data;

const textsOf = ({ content = "" }: BlockOf<"tool_result">): string =>
  typeof content === "string"
    ? content
    : content.map((block) => (block.type === "text" ? block.text : "")).join("\n");

const mediaIn = ({ content }: BlockOf<"tool_result">): readonly AskedPart[] =>
  typeof content === "string"
    ? []
    : (content ?? []).flatMap((block) =>
        block.type === "text" ? [] : [{ kind: block.type, source: sourceOf(block) }],
      );

/** What was thought, and what the provider's own tools did, is not part of the prompt. */
const partsOf = (block: Block): readonly AskedPart[] => {
  switch (block.type) {
    case "text":
      return [{ kind: "text", text: block.text, ...markOf(block) }];
    case "image":
    case "document":
      return [{ kind: block.type, source: sourceOf(block), ...markOf(block) }];
    case "tool_use": {
      const { name, input } = block;
      return [{ kind: "call", name, arguments: JSON.stringify(input), ...markOf(block) }];
    }
    case "tool_result":
      return [{ kind: "result", text: textsOf(block), ...markOf(block) }, ...mediaIn(block)];
    default:
      return [];
  }
};

/** Results stand apart: they are the tools' words, not the user's. */
const turnsOf = (message: Message): readonly AskedTurn[] => {
  const blocks = blocksOf(message);
  const of = (role: AskedTurn["role"], some: readonly Block[]): readonly AskedTurn[] =>
    some.length > 0 ? [{ role, parts: some.flatMap(partsOf) }] : [];
  if (message.role !== "user") return of(message.role, blocks);
  const results = blocks.filter(({ type }) => type === "tool_result");
  return [
    ...results.flatMap((result) => of("tool", [result])),
    ...of(
      "user",
      blocks.filter(({ type }) => type !== "tool_result"),
    ),
  ];
};

const toolsOf = ({ tools = [] }: CountRequest): readonly AskedTool[] =>
  tools.flatMap((tool) => {
    if (!("input_schema" in tool)) return [];
    const {
      name,
      description,
      input_schema: schema,
    } = tool as Extract<typeof tool, { input_schema: { type: "object" } }>;
    return [{ name, description, schema, ...markOf(tool as Marked) }];
  });

const choiceOf = ({ tool_choice: choice }: CountRequest): ToolChoice => {
  if (choice?.type === "tool") return { mode: "named", among: [choice.name] };
  return { mode: choice?.type === "any" ? "required" : (choice?.type ?? "auto") };
};

const systemOf = ({ system }: CountRequest): readonly AskedTurn[] => {
  if (!system) return [];
  const blocks = typeof system === "string" ? [{ type: "text" as const, text: system }] : system;
  return [{ role: "system", parts: blocks.flatMap(partsOf) }];
};

const thinkingIn = ({ thinking, output_config }: CountRequest): Thinking => {
  if (thinking?.type === "enabled") return { most: thinking.budget_tokens };
  return thinking?.type === "adaptive" ? thinkingOf(output_config?.effort ?? "high") : "off";
};

/** A mark for the whole request stands at its last part. */
const lastMarked = (turns: readonly AskedTurn[], request: Marked): readonly AskedTurn[] =>
  turns.map((turn, at) => ({
    ...turn,
    parts: turn.parts.map((part, place) =>
      at === turns.length - 1 && place === turn.parts.length - 1
        ? { ...part, ...markOf(request) }
        : part,
    ),
  }));

/** What a message's prompt asks for. */
export const promptAsked = (request: CountRequest): Asked => {
  const choice = request.tool_choice;
  const schema = request.output_config?.format?.schema;
  return {
    model: request.model,
    turns: lastMarked([...systemOf(request), ...request.messages.flatMap(turnsOf)], request),
    tools: toolsOf(request),
    choice: choiceOf(request),
    parallel: !(
      choice &&
      "disable_parallel_tool_use" in choice &&
      choice.disable_parallel_tool_use
    ),
    format: schema ? { kind: "schema", schema } : { kind: "text" },
    stop: [],
    answers: 1,
    thinking: thinkingIn(request),
    caching: "marked",
  };
};

/** What a message asks for. */
export const toAsked = (request: MessagesRequest): Asked => ({
  ...promptAsked(request),
  stop: request.stop_sequences ?? [],
  mostTokens: request.max_tokens,
  temperature: request.temperature,
});
