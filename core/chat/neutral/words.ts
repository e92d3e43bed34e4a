import { oncePerRequest } from "./once-per-request";
import type { UserPart } from "./part";
import type { NeutralMessage, NeutralRequest } from "./request";

/** What a request can say that not every dialect has a word for. */
export const words = [
  "temperature",
  "temperature above 1",
  "top_p",
  "top_k",
  "frequency_penalty",
  "presence_penalty",
  "seed",
  "stop",
  "more than 4 stop sequences",
  "n",
  "logprobs",
  "verbosity",
  "reasoning effort",
  "reasoning budget",
  "adaptive reasoning",
  "JSON object answers",
  "JSON schema answers",
  "tools",
  "strict tools",
  "tool_choice none",
  "tool_choice any",
  "tool_choice of one tool",
  "no parallel tool calls",
  "a system message within the conversation",
  "names of speakers",
  "images",
  "images by URL",
  "image detail",
  "documents",
  "documents by URL",
  "text documents",
  "audio",
  "images in tool results",
  "documents in tool results",
  "tool arguments that are no JSON object",
] as const;

export type Word = (typeof words)[number];

const isObject = (json: string): boolean => {
  try {
    const value: unknown = JSON.parse(json === "" ? "{}" : json);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};

const inMedia = (part: UserPart): readonly (Word | false)[] => {
  if (part.kind === "text") return [];
  if (part.kind === "audio") return ["audio"];
  const { media } = part;
  if (part.kind === "image") {
    return [
      "images",
      media.kind === "url" && "images by URL",
      part.detail !== undefined && "image detail",
    ];
  }
  const text = media.mediaType?.startsWith("text/") === true;
  return [text ? "text documents" : "documents", media.kind === "url" && "documents by URL"];
};

const inMessage = (message: NeutralMessage): readonly (Word | false)[] => {
  if (message.role === "system") return [];
  if (message.role === "user") {
    return [message.name !== undefined && "names of speakers", ...message.parts.flatMap(inMedia)];
  }
  if (message.role === "assistant") {
    return [
      message.name !== undefined && "names of speakers",
      message.parts.some((part) => part.kind === "tool-call" && !isObject(part.arguments)) &&
        "tool arguments that are no JSON object",
    ];
  }
  return message.parts.flatMap(({ content }) => [
    content.some(({ kind }) => kind === "image") && ("images in tool results" as const),
    content.some(({ kind }) => kind === "document") && ("documents in tool results" as const),
    ...content.flatMap(inMedia),
  ]);
};

const inSettings = (request: NeutralRequest): readonly (Word | false)[] => {
  const { temperature, reasoning, shape, stop, tools, toolChoice } = request;
  return [
    temperature !== undefined && "temperature",
    (temperature ?? 0) > 1 && "temperature above 1",
    request.topP !== undefined && "top_p",
    request.topK !== undefined && "top_k",
    (request.frequencyPenalty ?? 0) !== 0 && "frequency_penalty",
    (request.presencePenalty ?? 0) !== 0 && "presence_penalty",
    request.seed !== undefined && "seed",
    stop.length > 0 && "stop",
    stop.length > 4 && "more than 4 stop sequences",
    request.choices > 1 && "n",
    request.logprobs !== undefined && "logprobs",
    request.verbosity !== undefined && "verbosity",
    reasoning?.effort !== undefined && "reasoning effort",
    reasoning?.budgetTokens !== undefined && "reasoning budget",
    reasoning?.adaptive === true && "adaptive reasoning",
    shape?.kind === "json" && "JSON object answers",
    shape?.kind === "schema" && "JSON schema answers",
    tools.length > 0 && "tools",
    tools.some(({ strict }) => strict === true) && "strict tools",
    toolChoice?.kind === "none" && "tool_choice none",
    toolChoice?.kind === "any" && "tool_choice any",
    toolChoice?.kind === "tool" && "tool_choice of one tool",
    request.parallelToolCalls === false && "no parallel tool calls",
  ];
};

const hasLateSystem = (messages: readonly NeutralMessage[]): boolean => {
  const start = messages.findIndex(({ role }) => role !== "system");
  return start >= 0 && messages.slice(start).some(({ role }) => role === "system");
};

/** What a request says, of the words that not every dialect has. */
export const wordsOf = oncePerRequest((request): ReadonlySet<Word> => {
  const said = [
    ...inSettings(request),
    ...request.messages.flatMap(inMessage),
    hasLateSystem(request.messages) && ("a system message within the conversation" as const),
  ];
  return new Set(said.filter((word) => word !== false));
});

/** What of a request a dialect that lacks these words can't be told. */
export const uncarriedWithout = (
  request: NeutralRequest,
  lacked: Iterable<Word>,
): readonly string[] => {
  const said = wordsOf(request);
  return [...request.bound, ...[...lacked].filter((word) => said.has(word))];
};
