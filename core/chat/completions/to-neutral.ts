import { type AnswerShape, efforts, type NeutralRequest, type Reasoning } from "../neutral/request";
import type { Bind } from "./bound";
import type { ChatRequest } from "./chat-request";
import { unportableFields } from "./portable-fields";
import { readMessages } from "./read-messages";
import { readToolChoice, readTools } from "./read-tools";

const readReasoning = (
  { reasoning_effort: word }: ChatRequest,
  bind: Bind,
): Reasoning | undefined => {
  if (word == null) return undefined;
  const effort = efforts.find((known) => known === word);
  if (effort !== undefined) return { effort };
  bind("reasoning_effort");
  return undefined;
};

const readShape = ({ response_format: format }: ChatRequest): AnswerShape | undefined => {
  if (format == null || format.type === "text") return undefined;
  if (format.type === "json_object") return { kind: "json" };
  const { name, schema, description, strict } = format.json_schema;
  if (schema === undefined) return { kind: "json" };
  return {
    kind: "schema",
    name,
    ...(typeof description === "string" && { description }),
    schema,
    ...(typeof strict === "boolean" && { strict }),
  };
};

const readTopK = ({ top_k }: ChatRequest, bind: Bind): number | undefined => {
  if (top_k == null) return undefined;
  if (Number.isSafeInteger(top_k) && Number(top_k) > 0) return Number(top_k);
  bind("top_k");
  return undefined;
};

const readVerbosity = ({ verbosity }: ChatRequest, bind: Bind): string | undefined => {
  if (verbosity == null || typeof verbosity === "string") return verbosity ?? undefined;
  bind("verbosity");
  return undefined;
};

const readLogprobs = (
  { logprobs, top_logprobs: top }: ChatRequest,
  bind: Bind,
): NeutralRequest["logprobs"] => {
  if (logprobs === true) return { top: top ?? 0 };
  if (top != null) bind("top_logprobs");
  return undefined;
};

type Said<T> = { [Field in keyof T]?: NonNullable<T[Field]> };

/** What is said, without what is not. */
const said = <T extends object>(fields: T): Said<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as Said<T>;

const stopsOf = ({ stop }: ChatRequest): readonly string[] =>
  typeof stop === "string" ? [stop] : (stop ?? []);

/** A chat completions request in no dialect. */
export const toNeutral = (request: ChatRequest): NeutralRequest => {
  const bound: string[] = [...unportableFields(request)];
  const bind: Bind = (path) => {
    if (!bound.includes(path)) bound.push(path);
  };
  return {
    messages: readMessages(request.messages, bind),
    tools: readTools(request, bind),
    ...said({
      toolChoice: readToolChoice(request, bind),
      parallelToolCalls: request.parallel_tool_calls,
      maxOutputTokens: request.max_completion_tokens ?? request.max_tokens,
      temperature: request.temperature,
      topP: request.top_p,
      topK: readTopK(request, bind),
      frequencyPenalty: request.frequency_penalty,
      presencePenalty: request.presence_penalty,
      seed: request.seed,
      logprobs: readLogprobs(request, bind),
      reasoning: readReasoning(request, bind),
      shape: readShape(request),
      verbosity: readVerbosity(request, bind),
      user: request.user,
    }),
    stop: stopsOf(request),
    choices: request.n ?? 1,
    stream: request.stream === true,
    bound,
  };
};
