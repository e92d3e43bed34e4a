import {
  type AnswerShape,
  type Effort,
  efforts,
  type NeutralMessage,
  type NeutralRequest,
  type NeutralTool,
  type Reasoning,
  type ToolChoice,
} from "../neutral/request";
import { boundFields } from "./bound-fields";
import { type FunctionTool, isFunctionTool, type ResponsesRequest } from "./response-request";
import { toMessages } from "./to-messages";

const instructionsOf = ({ instructions }: ResponsesRequest): readonly NeutralMessage[] =>
  instructions ? [{ role: "system", parts: [{ kind: "text", text: instructions }] }] : [];

const toTool = ({ name, description, parameters, strict }: FunctionTool): NeutralTool => ({
  name,
  ...(description != null && { description }),
  ...(parameters != null && { schema: parameters }),
  ...(strict != null && { strict }),
});

const toChoice = ({ tool_choice: choice }: ResponsesRequest): ToolChoice | undefined => {
  if (choice == null) return undefined;
  if (choice === "required") return { kind: "any" };
  if (typeof choice === "string") return { kind: choice };
  const named = choice.type === "function" && typeof choice.name === "string";
  return named ? { kind: "tool", name: String(choice.name) } : undefined;
};

const toShape = ({ text }: ResponsesRequest): AnswerShape | undefined => {
  const format = text?.format;
  if (format?.type === "json_object") return { kind: "json" };
  if (format?.type !== "json_schema") return undefined;
  const { name, schema, description, strict } = format;
  return {
    kind: "schema",
    name,
    schema,
    ...(description != null && { description }),
    ...(strict != null && { strict }),
  };
};

const isEffort = (effort: unknown): effort is Effort => efforts.some((known) => known === effort);

const toReasoning = ({ reasoning }: ResponsesRequest): Reasoning | undefined => {
  const effort = reasoning?.effort;
  const shown = (reasoning?.summary ?? reasoning?.generate_summary) != null;
  if (!isEffort(effort) && !shown) return undefined;
  return { ...(isEffort(effort) && { effort }), ...(shown && { shown }) };
};

/** Asked for by name, or by how many alternatives there are to be. */
const toLogprobs = ({ include, top_logprobs: top }: ResponsesRequest) =>
  include?.includes("message.output_text.logprobs") || (top ?? 0) > 0
    ? { top: top ?? 0 }
    : undefined;

/** Every dialect's words for what a Responses request says, and the paths of what has none. */
export const toNeutral = (request: ResponsesRequest): NeutralRequest => {
  const { messages, bound } = toMessages(request.input ?? []);
  const toolChoice = toChoice(request);
  const shape = toShape(request);
  const reasoning = toReasoning(request);
  const logprobs = toLogprobs(request);
  const user = request.user ?? request.safety_identifier;
  const { max_output_tokens, temperature, top_p, parallel_tool_calls, text } = request;
  return {
    messages: [...instructionsOf(request), ...messages],
    tools: (request.tools ?? []).filter(isFunctionTool).map(toTool),
    ...(toolChoice && { toolChoice }),
    ...(parallel_tool_calls != null && { parallelToolCalls: parallel_tool_calls }),
    ...(max_output_tokens != null && { maxOutputTokens: max_output_tokens }),
    ...(temperature != null && { temperature }),
    ...(top_p != null && { topP: top_p }),
    stop: [],
    choices: 1,
    ...(logprobs && { logprobs }),
    ...(reasoning && { reasoning }),
    ...(shape && { shape }),
    ...(text?.verbosity != null && { verbosity: text.verbosity }),
    ...(user != null && { user }),
    stream: request.stream === true,
    bound: [...boundFields(request), ...bound],
  };
};
