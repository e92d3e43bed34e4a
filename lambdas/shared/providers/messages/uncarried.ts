import { oncePerRequest } from "../../../../core/chat/neutral/once-per-request";
import type { DocumentPart, ImagePart } from "../../../../core/chat/neutral/part";
import type { NeutralRequest } from "../../../../core/chat/neutral/request";
import { uncarriedWithout, type Word } from "../../../../core/chat/neutral/words";
import { claudeModel } from "../claude-models";
import { isStructured } from "./structured-schema";
import { asksToThink } from "./thinking";
import { type Turn, turnsOf } from "./turns";
import {
  differs,
  type Finding,
  mustCall,
  takesLateSystem,
  uncarriedByModel,
} from "./uncarried-by-model";

/**
 * What Anthropic has no word for; temperatures end at 1 there.
 * @see https://platform.claude.com/docs/en/api/messages (read 2026-11-24, by the types of the
 * `@anthropic-ai/sdk` package 1.12)
 */
const lacked: readonly Word[] = [
  "temperature above 1",
  "frequency_penalty",
  "presence_penalty",
  "seed",
  "n",
  "logprobs",
  "verbosity",
  "JSON object answers",
  "image detail",
  "names of speakers",
  "audio",
  "tool arguments that are no JSON object",
];

/** Media types of images that it reads. */
const images = new Set(["image/jpeg", "image/png", "image/gif", "image/webp"]);

const isOddMedia = ({ kind, media }: ImagePart | DocumentPart): boolean => {
  const { mediaType } = media;
  if (mediaType === undefined) return false;
  if (kind === "image") return !images.has(mediaType);
  return (
    mediaType !== "application/pdf" && (media.kind === "url" || !mediaType.startsWith("text/"))
  );
};

type Media = ImagePart | DocumentPart;
type Part = Turn["parts"][number];

const mediaIn = (turns: readonly Turn[]): readonly Media[] =>
  turns
    .flatMap(({ parts }): readonly Part[] => parts)
    .flatMap((part): readonly Part[] => (part.kind === "tool-result" ? part.content : [part]))
    .filter((part) => part.kind === "image" || part.kind === "document");

const inConversation = (turns: readonly Turn[]): readonly Finding[] => [
  turns[0]?.role !== "user" && "a conversation that does not begin with its user",
  // It would be gone on with: other dialects' answers stand beside it.
  turns.at(-1)?.role === "assistant" && "an answer as the last message",
  mediaIn(turns).some(isOddMedia) && "files of other types than JPEG, PNG, GIF, WebP, PDF and text",
];

const toolName = /^[a-zA-Z0-9_-]{1,128}$/;

const isOddSchema = ({ type, oneOf, anyOf, allOf }: Readonly<Record<string, unknown>>): boolean =>
  (type !== undefined && type !== "object") || [oneOf, anyOf, allOf].some((of) => of !== undefined);

const inTools = (request: NeutralRequest): readonly Finding[] => {
  const { tools } = request;
  return [
    tools.some(({ name }) => !toolName.test(name)) && "tool names beyond letters, digits, _ and -",
    tools.some(({ schema = {} }) => isOddSchema(schema)) && "tool schemas that are no plain object",
    tools.some(({ strict, schema = {} }) => strict === true && !isStructured(schema)) &&
      "strict tools with open, recursive or limited schemas",
    tools.length === 0 && mustCall(request) && "a tool that must be called, and none to call",
  ];
};

const inShape = ({ shape }: NeutralRequest): readonly Finding[] =>
  shape?.kind === "schema"
    ? [
        !isStructured(shape.schema) && "answers by open, recursive or limited schemas",
        shape.description !== undefined && "descriptions of answer schemas",
      ]
    : [];

/** Sampling is the model's own while it thinks. */
const inSampling = (request: NeutralRequest): readonly Finding[] => {
  const { temperature, topP, topK, reasoning, stop } = request;
  const thinks = asksToThink(reasoning);
  return [
    differs(temperature) && differs(topP) && "temperature beside top_p",
    thinks && differs(temperature) && "temperature beside reasoning",
    thinks && differs(topP) && "top_p beside reasoning",
    thinks && topK !== undefined && "top_k beside reasoning",
    stop.some((text) => text.trim() === "") && "stop sequences of white space",
  ];
};

/** What no model of Anthropic's can be told. */
const byEvery = oncePerRequest((request): readonly Finding[] => [
  ...inConversation(turnsOf(request.messages)),
  ...inTools(request),
  ...inShape(request),
  ...inSampling(request),
]);

/**
 * What of a request Anthropic can't be told.
 *
 * @param modelId - by its name the limits of one model are reckoned as well.
 */
export const uncarried = (request: NeutralRequest, modelId?: string): readonly string[] => {
  const model = modelId === undefined ? undefined : claudeModel(modelId);
  const turns = turnsOf(request.messages);
  const words = takesLateSystem(model, turns)
    ? lacked
    : [...lacked, "a system message within the conversation" as const];
  const findings = [
    ...uncarriedWithout(request, words),
    ...byEvery(request),
    ...(model ? uncarriedByModel(request, turns, model) : []),
  ];
  return [...new Set(findings.filter((finding) => finding !== false))];
};
