import type { DocumentPart, ImagePart } from "../../../../core/chat/neutral/part";
import type { NeutralRequest } from "../../../../core/chat/neutral/request";
import { uncarriedWithout, type Word } from "../../../../core/chat/neutral/words";
import type { AskedModel } from "../adapter";
import { unheldKeywords } from "./answer-schema";
import { hasEveryCall } from "./contents";
import { uncarriedInResult, uncarriedMedia } from "./media";
import { modelTraits } from "./model-traits";
import { isOneDetail } from "./resolution";
import { canStopThinking } from "./thinking";
import { isToolName } from "./tools";

/**
 * Words that no current model of Gemini's has. Penalties and log-probabilities have their fields, and
 * every model since 2.5 refuses them ("Penalty is not enabled for this model", "Logprobs is not
 * enabled for this model").
 * @see https://ai.google.dev/api/generate-content#GenerationConfig (read 2026-11-24);
 * https://github.com/google-gemini/cookbook/issues/1290, https://github.com/vercel/ai/issues/8943
 */
const lacked: readonly Word[] = [
  "frequency_penalty",
  "presence_penalty",
  "logprobs",
  "verbosity",
  "no parallel tool calls",
  "a system message within the conversation",
  "names of speakers",
  "tool arguments that are no JSON object",
];

const inResults = ({ messages }: NeutralRequest): readonly (ImagePart | DocumentPart)[] =>
  messages
    .flatMap((message) => (message.role === "tool" ? message.parts : []))
    .flatMap(({ content }) => content)
    .filter((part) => part.kind !== "text");

const inWords = ({ messages }: NeutralRequest) =>
  messages
    .flatMap((message) => (message.role === "user" ? message.parts : []))
    .filter((part) => part.kind !== "text");

const inMessages = (request: NeutralRequest): readonly (string | false)[] => {
  const turns = request.messages.filter(({ role }) => role !== "system");
  return [
    ...inWords(request).map((part) => uncarriedMedia(part) ?? false),
    ...inResults(request).map((part) => uncarriedInResult(part) ?? false),
    !isOneDetail(request) && "image detail for some files only",
    turns.length === 0 && "a conversation of system messages alone",
    turns[0]?.role === "assistant" && "a conversation that the assistant begins",
    // Refused since 3.6 ("Requests ending with a model turn are not supported"), and nowhere promised.
    turns.at(-1)?.role === "assistant" && "an answer already begun",
    !hasEveryCall(request.messages) && "a tool result without its call",
  ];
};

/** A seed is a signed number of 32 bits. */
const isSeed = (seed: number): boolean => Number.isInteger(seed) && Math.abs(seed) < 2 ** 31;

const mostStops = 5;

const inSettings = ({ stop, seed, tools, shape }: NeutralRequest): readonly (string | false)[] => [
  stop.length > mostStops && "more than 5 stop sequences",
  seed !== undefined && !isSeed(seed) && "a seed of more than 32 bits",
  tools.some(({ name }) => !isToolName(name)) && "a tool's name",
  ...(shape?.kind === "schema" ? unheldKeywords(shape.schema) : []).map(
    (keyword) => `JSON schema answers with '${keyword}'`,
  ),
];

/**
 * What some models take and others do not; without a model, nothing.
 *
 * - `n`, and answers in JSON beside tools: 2.5 has the first and 3 the second.
 *   https://github.com/googleapis/js-genai/issues/1609,
 *   https://github.com/googleapis/python-genai/issues/867
 * - Files in results: Gemini 3. https://ai.google.dev/gemini-api/docs/function-calling#multimodal
 * - `topP` and `topK` are without effect since 3.6: fit to be told to a model that the caller named,
 *   not to one that stands in for another.
 *   https://ai.google.dev/gemini-api/docs/generate-content/whats-new-gemini-3.6 (all read 2026-11-24)
 */
const byModel = (request: NeutralRequest, model: AskedModel): readonly (string | false)[] => {
  const { generation } = modelTraits(model.id);
  const has3 = generation !== undefined && generation >= 3;
  const has2 = generation !== undefined && generation < 3;
  const deaf = model.substitute && (generation ?? 0) >= 3.6;
  const { choices, tools, shape, reasoning, topP, topK } = request;
  return [
    choices > 1 && !has2 && "n",
    shape !== undefined && tools.length > 0 && !has3 && "JSON answers beside tools",
    inResults(request).length > 0 && !has3 && "files in tool results",
    reasoning?.effort === "none" && !canStopThinking(model) && "no reasoning at all",
    deaf && topP !== undefined && "top_p",
    deaf && topK !== undefined && "top_k",
  ];
};

/** What of a request Gemini can't be told, each named once. */
export const uncarried = (request: NeutralRequest, model?: AskedModel): readonly string[] => {
  const own = [
    ...inMessages(request),
    ...inSettings(request),
    ...(model ? byModel(request, model) : []),
  ];
  return [
    ...new Set([...uncarriedWithout(request, lacked), ...own.filter((word) => word !== false)]),
  ];
};
