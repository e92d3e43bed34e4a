import type { ChatRequest } from "./chat-request";
import { isHint } from "./hint-fields";
import type { Part } from "./message-schema";

/**
 * Fields that have a word in the neutral language, or that the gateway itself settles. Any other
 * field binds the request to the provider of the model asked for: it may be a setting that another
 * provider refuses, or worse, ignores.
 */
const portable: ReadonlySet<string> = new Set([
  "model",
  "messages",
  "stream",
  "stream_options",
  "max_tokens",
  "max_completion_tokens",
  "n",
  "temperature",
  "top_p",
  "frequency_penalty",
  "presence_penalty",
  "stop",
  "seed",
  "logprobs",
  "top_logprobs",
  "tools",
  "tool_choice",
  "parallel_tool_calls",
  "response_format",
  "reasoning_effort",
  "verbosity",
  // Not OpenAI's, but of one meaning wherever it is known.
  "top_k",
]);

/** Names of the fields that only the provider asked for can be trusted to understand. */
export const unportableFields = (request: ChatRequest): readonly string[] =>
  Object.keys(request).filter(
    (field) =>
      request[field] != null &&
      !portable.has(field) &&
      !isHint(field, request) &&
      !asksForTextAlone(field, request),
  );

/** Paths of the messages with a part that only that provider can read. */
export const unportableParts = (request: ChatRequest): readonly string[] =>
  request.messages.flatMap(({ content }, at) =>
    Array.isArray(content) && content.some(isProvidersOwn) ? [`messages[${at}].content`] : [],
  );

/** Parts that one provider alone has, and files that it keeps. */
const isProvidersOwn = (part: Part): boolean =>
  part.type === "document_url" ||
  part.type === "video_url" ||
  (part.type === "file" && part.file.file_data === undefined);

/** What every model does anyway. */
const asksForTextAlone = (field: string, { modalities }: ChatRequest): boolean =>
  field === "modalities" && modalities?.every((modality) => modality === "text") === true;
