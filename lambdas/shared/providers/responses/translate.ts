import { effortOf } from "../../../../core/chat/neutral/effort";
import type {
  AnswerShape,
  NeutralRequest,
  NeutralTool,
  ToolChoice,
} from "../../../../core/chat/neutral/request";
import type { CalledModel } from "../adapter";
import { toItems } from "./to-items";

/** OpenAI wants a schema to have a name; it is shown to the model. */
const schemaName = "answer";

const toFormat = (shape: AnswerShape) => {
  if (shape.kind === "json") return { type: "json_object" };
  const { name, description, schema, strict } = shape;
  return { type: "json_schema", name: name ?? schemaName, description, schema, strict };
};

/** OpenAI's types want it said; in other dialects a tool that says nothing of it is not strict. */
const toTool = ({ name, description, schema, strict }: NeutralTool) => ({
  type: "function",
  name,
  description,
  parameters: schema ?? { type: "object", properties: {} },
  strict: strict ?? false,
});

const toChoice = (choice: ToolChoice) => {
  if (choice.kind === "tool") return { type: "function", name: choice.name };
  return choice.kind === "any" ? "required" : choice.kind;
};

/** A model that does not think refuses to be told how, also to be told not to. */
const toReasoning = ({ reasoning }: NeutralRequest, { reasons }: CalledModel) => {
  if (!reasoning || !reasons) return undefined;
  const { effort, budgetTokens, shown } = reasoning;
  const asked = effort ?? (budgetTokens === undefined ? undefined : effortOf(budgetTokens));
  if (asked === undefined && !shown) return undefined;
  return { effort: asked, summary: shown ? "auto" : undefined };
};

/**
 * Seals come back only if they are asked for, which a model without them refuses.
 * @see https://github.com/pydantic/pydantic-ai/issues/2865 (read 2026-11-24)
 */
const toInclude = ({ logprobs }: NeutralRequest, { reasons }: CalledModel) => {
  const wanted = [
    ...(reasons ? ["reasoning.encrypted_content"] : []),
    ...(logprobs ? ["message.output_text.logprobs"] : []),
  ];
  return wanted.length > 0 ? wanted : undefined;
};

const toText = ({ shape, verbosity }: NeutralRequest) =>
  shape || verbosity !== undefined ? { format: shape && toFormat(shape), verbosity } : undefined;

/** What there is to say of tools, where there are any. */
const toolFields = ({ tools, toolChoice, parallelToolCalls }: NeutralRequest) =>
  tools.length === 0
    ? {}
    : {
        tools: tools.map(toTool),
        tool_choice: toolChoice && toChoice(toolChoice),
        parallel_tool_calls: parallelToolCalls,
      };

/**
 * A request of another dialect as OpenAI's Responses take it; nothing of it is stored there. A field
 * that is undefined is not sent.
 *
 * @param name - the provider's own name of the model.
 * @see https://platform.openai.com/docs/api-reference/responses/create (read 2026-11-24, by the types
 * of the `openai` package 6.49)
 */
export const translate = (request: NeutralRequest, model: CalledModel, name: string) => ({
  model: name,
  input: request.messages.flatMap(toItems),
  ...toolFields(request),
  max_output_tokens: request.maxOutputTokens,
  temperature: request.temperature,
  top_p: request.topP,
  top_logprobs: request.logprobs?.top,
  include: toInclude(request, model),
  reasoning: toReasoning(request, model),
  text: toText(request),
  user: request.user,
  store: false,
  stream: request.stream ? true : undefined,
});
