import type { DocumentPart, ImagePart } from "../../../../core/chat/neutral/part";
import type { NeutralRequest } from "../../../../core/chat/neutral/request";
import { uncarriedWithout, type Word } from "../../../../core/chat/neutral/words";
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

const differs = (value: number | undefined): boolean => value !== undefined && value !== 1;

/**
 * What one model can't be told, that others can.
 *
 * - `n`, and answers in JSON beside tools: 2.5 has the first and 3 the second.
 *   https://github.com/googleapis/js-genai/issues/1609,
 *   https://github.com/googleapis/python-genai/issues/867
 * - Files in results: Gemini 3. https://ai.google.dev/gemini-api/docs/function-calling#multimodal
 * - Sampling is without effect since 3.6.
 *   https://ai.google.dev/gemini-api/docs/generate-content/whats-new-gemini-3.6 (all read 2026-11-24)
 */
const byModel = (request: NeutralRequest, modelId: string): readonly (string | false)[] => {
  const { generation } = modelTraits(modelId);
  const { choices, tools, shape, reasoning, temperature, topP, topK } = request;
  const samples = generation < 3.6;
  return [
    generation >= 3 && choices > 1 && "n",
    generation < 3 && shape !== undefined && tools.length > 0 && "JSON answers beside tools",
    generation < 3 && inResults(request).length > 0 && "files in tool results",
    reasoning?.effort === "none" && !canStopThinking(modelId) && "no reasoning",
    !samples && differs(temperature) && "temperature",
    !samples && differs(topP) && "top_p",
    !samples && topK !== undefined && "top_k",
  ];
};

/**
 * What of a request Gemini can't be told, each named once.
 *
 * @param modelId - by its name the limits of one model are reckoned as well.
 */
export const uncarried = (request: NeutralRequest, modelId?: string): readonly string[] => {
  const findings = [
    ...uncarriedWithout(request, lacked),
    ...inMessages(request),
    ...inSettings(request),
    ...(modelId === undefined ? [] : byModel(request, modelId)),
  ];
  return [...new Set(findings.filter((finding) => finding !== false))];
};
