import { effortOf } from "../../../../core/chat/neutral/effort";
import type { Effort, NeutralRequest, NeutralTool } from "../../../../core/chat/neutral/request";
import type { FamilyRow } from "./family-row";
import type { Fields } from "./reword-message";
import { cacheControl, writeMessage } from "./write-message";

const writeTool = (tool: NeutralTool, row: FamilyRow): Fields => ({
  type: "function",
  function: {
    name: tool.name,
    ...(tool.description !== undefined && { description: tool.description }),
    ...(tool.schema && { parameters: tool.schema }),
    ...(tool.strict !== undefined && { strict: tool.strict }),
  },
  ...cacheControl(tool.cache, row),
});

const choiceWords = { auto: "auto", none: "none", any: "required" } as const;

/** What is said of tools goes with tools alone: OpenAI refuses it without. */
const writeTools = (request: NeutralRequest, row: FamilyRow): Fields => {
  const { tools, toolChoice: choice, parallelToolCalls } = request;
  if (tools.length === 0) return {};
  return {
    tools: tools.map((tool) => writeTool(tool, row)),
    tool_choice:
      choice?.kind === "tool"
        ? { type: "function", function: { name: choice.name } }
        : choice && choiceWords[choice.kind],
    parallel_tool_calls: parallelToolCalls,
  };
};

const writeShape = ({ shape }: NeutralRequest): Fields => {
  if (shape === undefined) return {};
  if (shape.kind === "json") return { response_format: { type: "json_object" } };
  const { name = "answer", description, schema, strict } = shape;
  const said = {
    name,
    ...(description !== undefined && { description }),
    schema,
    ...(strict !== undefined && { strict }),
  };
  return { response_format: { type: "json_schema", json_schema: said } };
};

/** How much a model is to think, in words: this dialect counts no tokens of it. */
export const effortIn = ({ reasoning }: NeutralRequest): Effort | undefined => {
  if (reasoning?.effort !== undefined) return reasoning.effort;
  return reasoning?.budgetTokens === undefined ? undefined : effortOf(reasoning.budgetTokens);
};

/**
 * A request of another dialect as OpenAI has it.
 * @see https://platform.openai.com/docs/api-reference/chat/create (read 2026-11-24, by the types of
 * the `openai` package 6.49)
 */
export const writeRequest = (request: NeutralRequest, model: string, row: FamilyRow): Fields => {
  const { logprobs, stop, choices } = request;
  const body = {
    model,
    messages: request.messages.flatMap((message) => writeMessage(message, row)),
    ...writeTools(request, row),
    [row.ceiling ?? "max_completion_tokens"]: request.maxOutputTokens,
    temperature: request.temperature,
    top_p: request.topP,
    top_k: request.topK,
    frequency_penalty: request.frequencyPenalty,
    presence_penalty: request.presencePenalty,
    seed: request.seed,
    stop: stop.length > 0 ? stop : undefined,
    n: choices > 1 ? choices : undefined,
    logprobs: logprobs && true,
    top_logprobs: logprobs && logprobs.top > 0 ? logprobs.top : undefined,
    reasoning_effort: effortIn(request),
    ...writeShape(request),
    verbosity: request.verbosity,
    user: request.user,
    stream: request.stream ? true : undefined,
  };
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
};
