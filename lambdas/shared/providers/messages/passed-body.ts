import type { CallerRequest } from "../../../../core/chat/caller-dialect";
import { setJsonFields } from "../../../../core/chat/json-fields";
import { isForeignSeal } from "../../../../core/chat/neutral/seal";
import { type ClaudeModel, claudeModel } from "../claude-models";
import { type BodyModel, maxTokensOf } from "./body";
import { thinkingFields } from "./thinking";

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

const isForeignThought = (block: unknown): boolean => {
  if (!isFields(block)) return false;
  const { type, signature, data } = block;
  const seal = type === "thinking" ? signature : type === "redacted_thinking" ? data : undefined;
  return typeof seal === "string" && isForeignSeal(seal);
};

/** A message without others' thoughts; none where it held nothing else. */
const ownThoughts = (message: unknown): readonly unknown[] => {
  if (!isFields(message) || !Array.isArray(message.content)) return [message];
  const { content } = message;
  if (!content.some(isForeignThought)) return [message];
  const kept: readonly unknown[] = content.filter((block) => !isForeignThought(block));
  return kept.length > 0 ? [{ ...message, content: kept }] : [];
};

/** Thoughts that other providers signed came through the gateway, and Anthropic would refuse them. */
const sealFields = ({ body }: CallerRequest): Record<string, string> => {
  const { messages } = body;
  if (!Array.isArray(messages)) return {};
  const foreign = messages.some(
    (message) =>
      isFields(message) && Array.isArray(message.content) && message.content.some(isForeignThought),
  );
  return foreign ? { messages: JSON.stringify(messages.flatMap(ownThoughts)) } : {};
};

const takesThinking = (thinking: unknown, model: ClaudeModel): boolean => {
  const type = isFields(thinking) ? thinking.type : undefined;
  if (type === "enabled") return model.thinking === "budget" || model.thinking === "both";
  if (type === "adaptive") return model.thinking === "adaptive" || model.thinking === "both";
  return type !== "disabled" || model.alwaysThinks !== true;
};

const takesEffort = (config: unknown, { efforts }: ClaudeModel): boolean =>
  !isFields(config) || config.effort == null || efforts.some((level) => level === config.effort);

/** A substitute is told in its own words how much to think: Claude's generations differ in them. */
const thinkingOf = (request: CallerRequest, model: BodyModel): Record<string, string> => {
  const { thinking, output_config: config } = request.body;
  const takes = claudeModel(model.id);
  if (takesThinking(thinking, takes) && takesEffort(config, takes)) return {};
  const neutral = request.neutral();
  const said = thinkingFields(neutral.reasoning, takes, maxTokensOf(neutral, model));
  const { effort: _effort, ...others } = isFields(config) ? config : {};
  const output = { ...others, ...(said.effort && { effort: said.effort }) };
  return {
    ...((thinking != null || said.thinking) && {
      thinking: JSON.stringify(said.thinking ?? { type: "disabled" }),
    }),
    ...((config != null || said.effort) && { output_config: JSON.stringify(output) }),
  };
};

/** The caller's bytes, but for what has to change. */
export const passedBody = (
  request: CallerRequest,
  model: BodyModel & { readonly substitute: boolean },
): string => {
  const fields = {
    ...(request.model !== model.id && { model: JSON.stringify(model.id) }),
    ...sealFields(request),
    ...(model.substitute && thinkingOf(request, model)),
  };
  return Object.keys(fields).length > 0 ? setJsonFields(request.text, fields) : request.text;
};
