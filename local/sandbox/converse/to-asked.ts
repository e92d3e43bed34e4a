import type {
  Asked,
  AskedPart,
  AskedTool,
  AskedTurn,
  CacheMark,
  Thinking,
  ToolChoice,
} from "../asked";
import { thinkingOf } from "../thinking-effort";
import type { Block, Message } from "./content-schema";
import type { ConverseRequest } from "./request";

type Point = { readonly ttl?: CacheMark | undefined };

/** Cache points stand after what they mark. */
const marked = <T extends object>(
  list: readonly T[],
  point: Point | undefined,
): readonly (T & { mark?: CacheMark })[] =>
  point
    ? list.map((one, at) => (at === list.length - 1 ? { ...one, mark: point.ttl ?? "5m" } : one))
    : list;

const sourceOf = ({ source }: { source: { bytes: string } | { text: string } }): string =>
  "bytes" in source ? source.bytes : source.text;

const resultParts = ({ content }: NonNullable<Block["toolResult"]>): readonly AskedPart[] => {
  const texts = content.flatMap((part) => {
    if ("text" in part) return [part.text];
    return "json" in part ? [JSON.stringify(part.json)] : [];
  });
  const media = content.flatMap((part): AskedPart[] => {
    if ("image" in part) return [{ kind: "image", source: part.image.source.bytes }];
    return "document" in part ? [{ kind: "document", source: sourceOf(part.document) }] : [];
  });
  return [{ kind: "result", text: texts.join("\n") }, ...media];
};

const partsOf = (block: Block): readonly AskedPart[] => {
  if (block.text !== undefined) return [{ kind: "text", text: block.text }];
  if (block.image) return [{ kind: "image", source: block.image.source.bytes }];
  if (block.document) return [{ kind: "document", source: sourceOf(block.document) }];
  if (block.toolResult) return resultParts(block.toolResult);
  if (!block.toolUse) return [];
  const { name, input } = block.toolUse;
  return [{ kind: "call", name, arguments: JSON.stringify(input) }];
};

const turnsOf = ({ role, content }: Message): readonly AskedTurn[] => {
  const turns: { role: AskedTurn["role"]; parts: readonly AskedPart[] }[] = [];
  for (const block of content) {
    const last = turns.at(-1);
    if (block.cachePoint && last) last.parts = marked(last.parts, block.cachePoint);
    const parts = partsOf(block);
    if (parts.length === 0) continue;
    if (block.toolResult) turns.push({ role: "tool", parts });
    else if (last?.role === role) last.parts = [...last.parts, ...parts];
    else turns.push({ role, parts });
  }
  return turns;
};

const systemOf = ({ system = [] }: ConverseRequest): readonly AskedTurn[] => {
  let parts: readonly AskedPart[] = [];
  for (const block of system) {
    if ("cachePoint" in block) parts = marked(parts, block.cachePoint);
    else parts = [...parts, { kind: "text", text: block.text }];
  }
  return parts.length > 0 ? [{ role: "system", parts }] : [];
};

const toolsOf = ({ toolConfig }: ConverseRequest): readonly AskedTool[] => {
  let tools: readonly AskedTool[] = [];
  for (const tool of toolConfig?.tools ?? []) {
    if ("cachePoint" in tool) tools = marked(tools, tool.cachePoint);
    else {
      const { name, description, inputSchema } = tool.toolSpec;
      tools = [...tools, { name, description, schema: inputSchema.json }];
    }
  }
  return tools;
};

const choiceOf = ({ toolConfig }: ConverseRequest): ToolChoice => {
  const choice = toolConfig?.toolChoice ?? { auto: {} };
  if ("tool" in choice) return { mode: "named", among: [choice.tool.name] };
  return { mode: "any" in choice ? "required" : "auto" };
};

const thinkingIn = ({
  additionalModelRequestFields: fields,
  outputConfig,
}: ConverseRequest): Thinking => {
  const thinking = fields?.thinking ?? fields?.reasoning_config;
  const effort = fields?.output_config?.effort ?? fields?.reasoning_effort ?? outputConfig?.effort;
  if (!thinking) return thinkingOf(effort);
  if (thinking.type === "enabled") return { most: thinking.budget_tokens };
  return thinking.type === "disabled" ? "off" : thinkingOf(effort ?? "high");
};

/** What a Converse call asks of a model. */
export const toAsked = (request: ConverseRequest, model: string): Asked => {
  const { inferenceConfig: config = {}, outputConfig } = request;
  const schema = outputConfig?.textFormat?.structure.jsonSchema.schema;
  return {
    model,
    turns: [...systemOf(request), ...request.messages.flatMap(turnsOf)],
    tools: toolsOf(request),
    choice: choiceOf(request),
    parallel: !request.additionalModelRequestFields?.tool_choice?.disable_parallel_tool_use,
    format:
      schema === undefined
        ? { kind: "text" }
        : { kind: "schema", schema: JSON.parse(schema) as Record<string, unknown> },
    stop: config.stopSequences ?? [],
    mostTokens: config.maxTokens,
    temperature: config.temperature,
    answers: 1,
    thinking: thinkingIn(request),
    caching: "marked",
  };
};
