import { RequestError } from "../../errors";
import type { Tokens } from "../../money/amounts";
import type { Conversation, RequestNeeds, Turn } from "../conversation";
import { estimateTokens } from "../estimate-tokens";
import type { AssistantPart, CacheMark, ToolResultPart, UserPart } from "./part";
import type { NeutralMessage, NeutralRequest } from "./request";

type AnyPart = UserPart | AssistantPart | ToolResultPart;

/** Around what a provider charges for one image, page or sound clip where the size is unknown. */
const imageTokens = 1_100;
const fileTokens = 1_600;
const audioBase64CharactersPerToken = 4_000;
/** Three bytes are four characters of base64, and about four bytes of text a token. */
const textBase64CharactersPerToken = 16 / 3;

/** Every part of every message, those within tool results included. */
const partsOf = ({ messages }: NeutralRequest): readonly AnyPart[] =>
  messages.flatMap((message): readonly AnyPart[] =>
    message.role === "tool"
      ? message.parts.flatMap((result) => [result, ...result.content])
      : message.parts,
  );

const textOfParts = (parts: readonly AnyPart[]): string =>
  parts
    .filter((part) => part.kind === "text" || part.kind === "refusal")
    .map(({ text }) => text)
    .join("\n");

const callsText = (parts: readonly AnyPart[]): string =>
  parts
    .filter((part) => part.kind === "tool-call")
    .map((call) => `${call.name} ${call.arguments}`)
    .join("\n");

/** One message is one turn, and so is each result of a tool. */
const toTurns = (message: NeutralMessage): readonly Turn[] => {
  if (message.role === "tool") {
    return message.parts.map(({ content }) => ({ role: "tool", text: textOfParts(content) }));
  }
  const { role, parts } = message;
  const words = textOfParts(parts);
  const calls = callsText(parts);
  return [{ role, text: calls === "" ? words : `${words}\n${calls}` }];
};

/** What a part weighs beside the text of its turn. */
const tokensOfPart = (part: AnyPart): number => {
  if (part.kind === "image") return imageTokens;
  if (part.kind === "audio") return Math.ceil(part.base64.length / audioBase64CharactersPerToken);
  // What the model thought before is read again where a provider keeps it.
  if (part.kind === "reasoning") return estimateTokens(part.text);
  if (part.kind !== "document") return 0;
  const { media } = part;
  return media.kind === "data" && media.mediaType.startsWith("text/")
    ? Math.ceil(media.base64.length / textBase64CharactersPerToken)
    : fileTokens;
};

const toolTextOf = ({ tools }: NeutralRequest): string =>
  tools.map(({ name, description }) => `${name} ${description ?? ""}`).join("\n");

/** Nesting that the runtime can't follow is nothing that a model could. */
const schemaTokens = ({ tools, shape }: NeutralRequest): number => {
  if (tools.length === 0 && shape?.kind !== "schema") return 0;
  try {
    return estimateTokens(JSON.stringify([tools, shape]));
  } catch {
    throw new RequestError(
      400,
      "nested_too_deeply",
      "tools or the answer's schema are nested too deeply; flatten them",
      { param: "tools" },
    );
  }
};

const asksForReasoning = ({ reasoning }: NeutralRequest): boolean =>
  (reasoning?.effort !== undefined && reasoning.effort !== "none") ||
  (reasoning?.budgetTokens ?? 0) > 0 ||
  reasoning?.adaptive === true;

const needsOf = (request: NeutralRequest, parts: readonly AnyPart[]): RequestNeeds => {
  const has = (kind: AnyPart["kind"]) => parts.some((part) => part.kind === kind);
  return {
    tools: request.tools.length > 0,
    image: has("image"),
    audioIn: has("audio"),
    // No two dialects word it alike, so it is among the bound fields.
    audioOut: false,
    pdf: has("document"),
    jsonSchema: request.shape?.kind === "schema",
    reasoning: asksForReasoning(request),
    logprobs: request.logprobs !== undefined,
    temperature: request.temperature !== undefined && request.temperature !== 1,
    stop: request.stop.length > 0,
    choices: request.choices,
    unportableFields: request.bound,
  };
};

/** Of several marks the shortest life counts. */
const cacheAskedIn = (marks: readonly (CacheMark | undefined)[]): CacheMark | undefined =>
  marks.includes("5m") ? "5m" : marks.includes("1h") ? "1h" : undefined;

const markOf = (part: AnyPart): CacheMark | undefined => ("cache" in part ? part.cache : undefined);

/**
 * Reads a request of any dialect as the router wants it. Linear in its text.
 *
 * @throws RequestError 400 where tools are nested beyond reason.
 */
export const conversationOf = (request: NeutralRequest): Conversation => {
  const turns = request.messages.flatMap(toTurns);
  const parts = partsOf(request);
  const cacheAsked = cacheAskedIn([
    ...parts.map(markOf),
    ...request.tools.map(({ cache }) => cache),
  ]);
  // Four tokens frame each message, three the answer (OpenAI cookbook, "How to count tokens").
  const framing = 4 * turns.length + 3;
  const text = turns.reduce((sum, turn) => sum + estimateTokens(turn.text), 0);
  const attached = parts.reduce((sum, part) => sum + tokensOfPart(part), 0);
  const { maxOutputTokens } = request;
  return {
    turns,
    needs: needsOf(request, parts),
    toolText: toolTextOf(request),
    hasToolHistory: parts.some(({ kind }) => kind === "tool-call" || kind === "tool-result"),
    ...(maxOutputTokens !== undefined && { maxOutputTokens: maxOutputTokens as Tokens }),
    ...(cacheAsked && { cacheAsked }),
    estimatedInputTokens: (framing + text + attached + schemaTokens(request)) as Tokens,
  };
};
