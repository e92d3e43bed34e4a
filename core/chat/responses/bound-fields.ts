import { efforts } from "../neutral/request";
import { isFunctionTool, type ResponsesRequest, type Tool } from "./response-request";

/**
 * Fields that `to-neutral` reads, that are read inside, or that change nothing of what is answered:
 * who asks, what is kept of it, how it is cached, and how the stream is padded.
 */
const understood: ReadonlySet<string> = new Set([
  "model",
  "input",
  "instructions",
  "stream",
  "stream_options",
  "max_output_tokens",
  "temperature",
  "top_p",
  "top_logprobs",
  "include",
  "tools",
  "tool_choice",
  "parallel_tool_calls",
  "text",
  "reasoning",
  "store",
  "metadata",
  "user",
  "safety_identifier",
  "prompt_cache_key",
  "prompt_cache_options",
  "prompt_cache_retention",
]);

/** What fields are at any provider that was not asked for anything else. */
const usual: Readonly<Record<string, readonly unknown[]>> = {
  background: [false],
  truncation: ["disabled"],
  service_tier: ["auto", "default"],
};

/** What OpenAI can add to its answers; what concerns its own tools comes with those, or not at all. */
const includable: ReadonlySet<string> = new Set([
  "file_search_call.results",
  "web_search_call.results",
  "web_search_call.action.sources",
  "message.input_image.image_url",
  "computer_call_output.output.image_url",
  "code_interpreter_call.outputs",
  "reasoning.encrypted_content",
  "message.output_text.logprobs",
]);

/** Names of the fields, of those set, that are not among the known ones. */
const unknownIn = (fields: object, known: readonly string[], path: string): readonly string[] =>
  Object.entries(fields)
    .filter(([field, value]) => value != null && !known.includes(field))
    .map(([field]) => `${path}.${field}`);

const inTool = (tool: Tool, at: number): readonly string[] => {
  const path = `tools[${at}]`;
  if (!isFunctionTool(tool)) return [path];
  const said = Object.entries(tool).filter(
    ([field, value]) =>
      !(field === "defer_loading" && value === false) &&
      !(
        field === "allowed_callers" &&
        Array.isArray(value) &&
        value.every((by) => by === "direct")
      ),
  );
  const known = ["type", "name", "description", "parameters", "strict"];
  return unknownIn(Object.fromEntries(said), known, path);
};

const inReasoning = (reasoning: NonNullable<ResponsesRequest["reasoning"]>): readonly string[] => {
  const { effort, context, mode, ...rest } = reasoning;
  return [
    ...(effort == null || efforts.some((known) => known === effort) ? [] : ["reasoning.effort"]),
    ...(context == null || context === "auto" ? [] : ["reasoning.context"]),
    ...(mode == null || mode === "standard" ? [] : ["reasoning.mode"]),
    ...unknownIn(rest, ["summary", "generate_summary"], "reasoning"),
  ];
};

const inChoice = ({ tool_choice: choice }: ResponsesRequest): readonly string[] =>
  choice == null || typeof choice === "string" || choice.type === "function" ? [] : ["tool_choice"];

const inInclude = ({ include }: ResponsesRequest): readonly string[] =>
  (include ?? []).flatMap((what, at) => (includable.has(what) ? [] : [`include[${at}]`]));

/** Paths of the settings, its items aside, that a request can say in no other dialect. */
export const boundFields = (request: ResponsesRequest): readonly string[] => [
  ...Object.keys(request).filter(
    (field) =>
      !understood.has(field) &&
      request[field] != null &&
      !(Object.hasOwn(usual, field) && usual[field]?.includes(request[field])),
  ),
  ...(request.tools ?? []).flatMap(inTool),
  ...inChoice(request),
  ...inInclude(request),
  ...(request.text ? unknownIn(request.text, ["format", "verbosity"], "text") : []),
  ...(request.reasoning ? inReasoning(request.reasoning) : []),
];
