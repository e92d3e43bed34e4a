import type { AnswerFormat } from "../answer-format";
import {
  type AnswerShape,
  efforts,
  type NeutralTool,
  type Reasoning,
  type ToolChoice,
} from "../neutral/request";
import { type Bind, bindOthers } from "./bound-fields";
import type { CountRequest, CustomTool, MessagesRequest } from "./messages-request";
import { cacheOf } from "./to-neutral-content";

const ofTool: ReadonlySet<string> = new Set([
  "type",
  "name",
  "description",
  "input_schema",
  "strict",
  "cache_control",
]);

const toTool = (tool: CustomTool): NeutralTool => ({
  name: tool.name,
  ...(tool.description != null && { description: tool.description }),
  schema: tool.input_schema,
  ...(tool.strict != null && { strict: tool.strict }),
  ...cacheOf(tool.cache_control),
});

const isCustom = (tool: NonNullable<CountRequest["tools"]>[number]): tool is CustomTool =>
  tool.type == null || tool.type === "custom";

/** The caller's own tools; those that Anthropic runs or has trained for are bound. */
export const toTools = ({ tools }: CountRequest, bind: Bind): readonly NeutralTool[] =>
  (tools ?? []).flatMap((tool, index) => {
    const path = `tools[${index}]`;
    if (!isCustom(tool)) {
      bind(path);
      return [];
    }
    bindOthers(tool, ofTool, path, bind);
    return [toTool(tool)];
  });

export const toToolChoice = (
  { tool_choice: choice }: CountRequest,
  bind: Bind,
): { readonly toolChoice?: ToolChoice; readonly parallelToolCalls?: boolean } => {
  if (!choice) return {};
  const { type, name, disable_parallel_tool_use: single } = choice;
  const parallel = typeof single === "boolean" && { parallelToolCalls: !single };
  if (type === "auto" || type === "none" || type === "any") {
    return { toolChoice: { kind: type }, ...parallel };
  }
  if (type === "tool" && typeof name === "string") {
    return { toolChoice: { kind: "tool", name }, ...parallel };
  }
  bind("tool_choice");
  return {};
};

const ofThinking: ReadonlySet<string> = new Set(["type", "budget_tokens", "display"]);

/**
 * How much it is to think. A budget's thoughts are shown unless they are omitted; adaptive ones by
 * the model's own default, so only where they are asked for.
 * @see https://platform.claude.com/docs/en/build-with-claude/thinking (read 2026-11-24)
 */
export const toReasoning = (
  { thinking, output_config: config }: CountRequest,
  bind: Bind,
): Reasoning | undefined => {
  const effort = efforts.find((name) => name === config?.effort);
  if (config?.effort != null && !effort) bind("output_config.effort");
  const said = effort && { effort };
  if (!thinking) return said;
  const { type, budget_tokens: budget, display } = thinking;
  bindOthers(thinking, ofThinking, "thinking", bind);
  if (type === "disabled") {
    // Effort without thinking is how thoroughly it answers, which nobody else has a word for.
    if (effort) bind("output_config.effort");
    return { effort: "none" };
  }
  if (type === "adaptive") {
    return { ...said, adaptive: true, ...(display === "summarized" && { shown: true as const }) };
  }
  if (type === "enabled" && typeof budget === "number") {
    const shown = display !== "omitted" && { shown: true as const };
    return { ...said, budgetTokens: budget, ...shown };
  }
  bind("thinking");
  return said;
};

/** The format of answers asked for, under either of its names. */
export const answerFormatOf = ({ output_config, output_format }: CountRequest): AnswerFormat => {
  const format = output_config?.format ?? output_format;
  const schema = format?.type === "json_schema" ? format.schema : undefined;
  return typeof schema === "object" && schema !== null
    ? { kind: "schema", schema: { ...schema } }
    : { kind: "text" };
};

export const toShape = (request: CountRequest, bind: Bind): AnswerShape | undefined => {
  const format = answerFormatOf(request);
  if (format.kind === "schema") return format;
  if (request.output_config?.format) bind("output_config.format");
  if (request.output_format) bind("output_format");
  return undefined;
};

export const toLimits = (request: Partial<MessagesRequest>) => {
  const { max_tokens, temperature, top_p, top_k, metadata } = request;
  return {
    ...(max_tokens && { maxOutputTokens: max_tokens }),
    ...(temperature != null && { temperature }),
    ...(top_p != null && { topP: top_p }),
    ...(top_k != null && { topK: top_k }),
    ...(metadata?.user_id != null && { user: metadata.user_id }),
    stop: request.stop_sequences ?? [],
    choices: 1,
    stream: request.stream === true,
  };
};
