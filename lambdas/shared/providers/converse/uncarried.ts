import { oncePerRequest } from "../../../../core/chat/neutral/once-per-request";
import type { AssistantPart, UserPart } from "../../../../core/chat/neutral/part";
import type { NeutralRequest } from "../../../../core/chat/neutral/request";
import { uncarriedWithout, type Word } from "../../../../core/chat/neutral/words";
import { familyOf } from "./families";
import { documentFormatOf, imageFormatOf, isAudioFormat } from "./formats";

/** What Converse has no word for, whichever model it is. */
const lacked: readonly Word[] = [
  "temperature above 1",
  "frequency_penalty",
  "presence_penalty",
  "seed",
  "n",
  "logprobs",
  "verbosity",
  "JSON object answers",
  "no parallel tool calls",
  "a system message within the conversation",
  "names of speakers",
  "images by URL",
  "documents by URL",
  "tool arguments that are no JSON object",
];

const nameForm = /^[A-Za-z0-9_-]{1,64}$/;

const userParts = ({ messages }: NeutralRequest): readonly UserPart[] =>
  messages.flatMap((message) => {
    if (message.role === "user") return message.parts;
    return message.role === "tool" ? message.parts.flatMap(({ content }) => content) : [];
  });

const assistantParts = ({ messages }: NeutralRequest): readonly AssistantPart[] =>
  messages.flatMap((message) => (message.role === "assistant" ? message.parts : []));

const mediaAtFault = (part: UserPart): string | undefined => {
  if (part.kind === "text") return undefined;
  if (part.kind === "audio") {
    return isAudioFormat(part.format) ? undefined : "audio of another format than Bedrock's";
  }
  if (part.media.kind === "url") return undefined;
  if (part.kind === "image") {
    return imageFormatOf(part.media) ? undefined : "images other than PNG, JPEG, GIF and WebP";
  }
  return documentFormatOf(part.media)
    ? undefined
    : "documents other than PDF, Office, CSV, HTML, Markdown and text";
};

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html */
const hasLoneDocument = ({ messages }: NeutralRequest): boolean =>
  messages.some(
    (message) =>
      message.role === "user" &&
      message.parts.some(({ kind }) => kind === "document") &&
      !message.parts.some((part) => part.kind === "text" && part.text.trim() !== ""),
  );

const toolsAtFault = (request: NeutralRequest): readonly string[] => {
  const { messages, tools, toolChoice } = request;
  const calls = assistantParts(request).filter((part) => part.kind === "tool-call");
  const used = calls.length > 0 || messages.some(({ role }) => role === "tool");
  const names = [...tools, ...calls].map(({ name }) => name);
  return [
    ...(used && toolChoice?.kind === "none" ? ["tool_choice none"] : []),
    ...(used && tools.length === 0 ? ["tool calls of earlier turns without tools"] : []),
    ...(names.every((name) => nameForm.test(name))
      ? []
      : ["tool names other than 1 to 64 letters, digits, _ and -"]),
  ];
};

const ownRules = oncePerRequest((request): readonly string[] => [
  ...new Set(userParts(request).flatMap((part) => mediaAtFault(part) ?? [])),
  ...(hasLoneDocument(request) ? ["a document without a text beside it"] : []),
  ...toolsAtFault(request),
]);

/**
 * What of a request can't be said.
 *
 * @param modelId - where it is known; what a model's family lacks is then named as well.
 */
export const uncarried = (request: NeutralRequest, modelId?: string): readonly string[] => {
  const family = modelId === undefined ? undefined : familyOf(modelId);
  const words = new Set([...lacked, ...(family?.lacks(request) ?? [])]);
  return [
    ...uncarriedWithout(request, words),
    ...ownRules(request),
    ...(family?.clashes?.(request) ?? []),
  ];
};
