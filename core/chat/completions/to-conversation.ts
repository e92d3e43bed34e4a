import { RequestError } from "../../errors";
import type { Tokens } from "../../money/amounts";
import type { Conversation, RequestNeeds, Role, Turn } from "../conversation";
import { estimateTokens } from "../estimate-tokens";
import { cacheAskedIn } from "./cache-control";
import type { ChatRequest } from "./chat-request";
import type { Message, Part } from "./message-schema";
import { unportableFields, unportableParts } from "./portable-fields";

const roles: Record<Message["role"], Role> = {
  system: "system",
  developer: "system",
  user: "user",
  assistant: "assistant",
  tool: "tool",
  function: "tool",
};

/** Around what a provider charges for one image, page or sound clip where the size is unknown. */
const imageTokens = 1_100;
const fileTokens = 1_600;
const audioBase64CharactersPerToken = 4_000;

const partsOf = (message: Message): readonly Part[] =>
  Array.isArray(message.content) ? message.content : [];

const textOfPart = (part: Part): string =>
  part.type === "text" ? part.text : part.type === "refusal" ? part.refusal : "";

const callsText = (message: Message): string =>
  message.role === "assistant" && message.tool_calls
    ? message.tool_calls
        .map((call) => `${call.function?.name ?? ""} ${call.function?.arguments ?? ""}`)
        .join("\n")
    : "";

const toTurn = (message: Message): Turn => {
  const { content } = message;
  const words = typeof content === "string" ? content : partsOf(message).map(textOfPart).join("\n");
  const calls = callsText(message);
  return { role: roles[message.role], text: calls === "" ? words : `${words}\n${calls}` };
};

const tokensOfPart = (part: Part): number => {
  if (part.type === "image_url") return imageTokens;
  if (part.type === "input_audio") {
    return Math.ceil(part.input_audio.data.length / audioBase64CharactersPerToken);
  }
  return part.type === "file" ? fileTokens : 0;
};

const toolTextOf = (request: ChatRequest): string =>
  (request.tools ?? [])
    .map((tool) => `${tool.function?.name ?? tool.type ?? ""} ${tool.function?.description ?? ""}`)
    .join("\n");

/** Nesting that the runtime can't follow is nothing that a model could. */
const textOf = (value: unknown): string => {
  try {
    return JSON.stringify(value);
  } catch {
    throw new RequestError(
      400,
      "nested_too_deeply",
      "tools or response_format are nested too deeply; flatten them",
      { param: "tools" },
    );
  }
};

const needsOf = (request: ChatRequest, parts: readonly Part[]): RequestNeeds => {
  const has = (type: Part["type"]) => parts.some((part) => part.type === type);
  return {
    tools: (request.tools?.length ?? 0) > 0 || (request.functions?.length ?? 0) > 0,
    image: has("image_url"),
    audioIn: has("input_audio"),
    audioOut: request.modalities?.includes("audio") ?? false,
    pdf: has("file"),
    jsonSchema: request.response_format?.type === "json_schema",
    reasoning: request.reasoning_effort != null && request.reasoning_effort !== "none",
    logprobs: request.logprobs === true,
    temperature: request.temperature != null && request.temperature !== 1,
    stop: request.stop != null && request.stop.length > 0,
    choices: request.n ?? 1,
    unportableFields: [...unportableFields(request), ...unportableParts(request)],
  };
};

/**
 * Reads a chat completions request as the router wants it. Linear in its text.
 *
 * @throws RequestError 400 where tools are nested beyond reason.
 */
export const toConversation = (request: ChatRequest): Conversation => {
  const turns = request.messages.map(toTurn);
  const parts = request.messages.flatMap(partsOf);
  const toolText = toolTextOf(request);
  const schemas = request.tools || request.response_format?.type === "json_schema";
  const schemaText = schemas ? textOf([request.tools, request.response_format]) : "";
  // Four tokens frame each message, three the answer (OpenAI cookbook, "How to count tokens").
  const framing = 4 * turns.length + 3;
  const text = turns.reduce((sum, turn) => sum + estimateTokens(turn.text), 0);
  const attached = parts.reduce((sum, part) => sum + tokensOfPart(part), 0);
  const maxOutputTokens = request.max_completion_tokens ?? request.max_tokens;
  const cacheAsked = cacheAskedIn([
    request,
    ...request.messages,
    ...parts,
    ...(request.tools ?? []),
  ]);
  return {
    turns,
    needs: needsOf(request, parts),
    toolText,
    hasToolHistory: request.messages.some(
      (message) =>
        message.role === "tool" ||
        message.role === "function" ||
        (message.role === "assistant" && (message.tool_calls?.length ?? 0) > 0),
    ),
    ...(maxOutputTokens != null && { maxOutputTokens: maxOutputTokens as Tokens }),
    ...(cacheAsked && { cacheAsked }),
    estimatedInputTokens: (framing + text + attached + estimateTokens(schemaText)) as Tokens,
  };
};
