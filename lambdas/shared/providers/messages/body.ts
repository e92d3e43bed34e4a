import type { CacheMark } from "../../../../core/chat/neutral/part";
import type {
  NeutralRequest,
  NeutralTool,
  ToolChoice,
} from "../../../../core/chat/neutral/request";
import { claudeModel } from "../claude-models";
import { cacheMarker, type MarkCache, textBlock, toMessage } from "./blocks";
import { thinkingFields } from "./thinking";
import { leadingCount, turnsOf } from "./turns";

/** The model as the provider names it, and the most that it can say; 0 where that is not known. */
export type BodyModel = { readonly id: string; readonly mostOutputTokens: number };

/** What a model may say where neither caller nor catalog tell: every model that is served takes it. */
const usualMaxTokens = 8_192;

type Markable = { readonly cache?: CacheMark };

const marksIn = ({ messages, tools }: NeutralRequest): number => {
  const parts = messages.flatMap(({ parts }): readonly Markable[] =>
    parts.flatMap((part): readonly Markable[] => {
      const own = "cache" in part ? [part] : [];
      return part.kind === "tool-result" ? [...part.content, ...own] : own;
    }),
  );
  return [...tools, ...parts].filter(({ cache }) => cache !== undefined).length;
};

/** A schema has to say that it is of an object; one that is missing takes nothing. */
const toTool = (tool: NeutralTool, mark: MarkCache): object => ({
  name: tool.name,
  ...(tool.description !== undefined && { description: tool.description }),
  input_schema: { type: "object", ...(tool.schema ?? { properties: {} }) },
  ...(tool.strict && { strict: true }),
  ...mark(tool.cache),
});

const toToolChoice = (choice: ToolChoice | undefined, single: boolean): object | undefined => {
  if (!choice && !single) return undefined;
  const { kind } = choice ?? { kind: "auto" };
  return {
    type: kind,
    ...(choice?.kind === "tool" && { name: choice.name }),
    ...(single && kind !== "none" && { disable_parallel_tool_use: true }),
  };
};

const toolFields = (request: NeutralRequest, mark: MarkCache): object => {
  const { tools, toolChoice, parallelToolCalls } = request;
  if (tools.length === 0) return {};
  const choice = toToolChoice(toolChoice, parallelToolCalls === false);
  return {
    tools: tools.map((tool) => toTool(tool, mark)),
    ...(choice && { tool_choice: choice }),
  };
};

const systemFields = ({ messages }: NeutralRequest, mark: MarkCache): object => {
  const blocks = messages
    .slice(0, leadingCount(messages))
    .flatMap((message) => (message.role === "system" ? message.parts : []))
    .filter(({ text }) => text.trim() !== "")
    .map((part) => textBlock(part, mark));
  return blocks.length > 0 ? { system: blocks } : {};
};

/** 1 is the default of both, and newer models take neither. */
const samplingFields = ({ temperature, topP, topK }: NeutralRequest, samples: boolean): object => ({
  ...(temperature !== undefined && (samples || temperature !== 1) && { temperature }),
  ...(topP !== undefined && topP !== 1 && { top_p: topP }),
  ...(topK !== undefined && { top_k: topK }),
});

const outputConfig = (shape: NeutralRequest["shape"], effort: string | undefined): object => {
  const format = shape?.kind === "schema" && { type: "json_schema", schema: shape.schema };
  return effort || format
    ? { output_config: { ...(effort && { effort }), ...(format && { format }) } }
    : {};
};

export const maxTokensOf = ({ maxOutputTokens }: NeutralRequest, model: BodyModel): number =>
  maxOutputTokens ?? (model.mostOutputTokens > 0 ? model.mostOutputTokens : usualMaxTokens);

/**
 * A request of another dialect in Anthropic's; all that `uncarried` names is taken to be absent.
 * @see https://platform.claude.com/docs/en/api/messages (read 2026-11-24, by the types of the
 * `@anthropic-ai/sdk` package 1.12)
 */
export const toBody = (request: NeutralRequest, model: BodyModel): object => {
  const mark = cacheMarker(marksIn(request));
  const takes = claudeModel(model.id);
  const maxTokens = maxTokensOf(request, model);
  const { thinking, effort } = thinkingFields(request.reasoning, takes, maxTokens);
  const { stop, user, stream } = request;
  return {
    model: model.id,
    max_tokens: maxTokens,
    // In the order of the prompt that they make: cache marks are counted in it.
    ...toolFields(request, mark),
    ...systemFields(request, mark),
    messages: turnsOf(request.messages).map((turn) => toMessage(turn, mark)),
    ...samplingFields(request, takes.samples),
    ...(thinking && { thinking }),
    ...outputConfig(request.shape, effort),
    ...(stop.length > 0 && { stop_sequences: stop }),
    ...(user !== undefined && { metadata: { user_id: user } }),
    ...(stream && { stream }),
  };
};
