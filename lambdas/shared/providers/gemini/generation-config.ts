import type { AnswerShape, NeutralRequest } from "../../../../core/chat/neutral/request";
import type { CalledModel } from "../adapter";
import { toAnswerSchema } from "./answer-schema";
import { mediaResolution } from "./resolution";
import { thinkingConfig } from "./thinking";

const shapeFields = (shape: AnswerShape | undefined): Readonly<Record<string, unknown>> => {
  if (!shape) return {};
  return {
    responseMimeType: "application/json",
    ...(shape.kind === "schema" && {
      responseJsonSchema: toAnswerSchema(shape.schema, shape.description),
    }),
  };
};

/** Those that were said, by Gemini's names. */
const said = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/**
 * The settings of an answer.
 * @see https://ai.google.dev/api/generate-content#GenerationConfig (read 2026-11-24)
 */
export const toGenerationConfig = (
  request: NeutralRequest,
  model: CalledModel,
): Readonly<Record<string, unknown>> =>
  said({
    maxOutputTokens: request.maxOutputTokens,
    temperature: request.temperature,
    topP: request.topP,
    topK: request.topK,
    seed: request.seed,
    stopSequences: request.stop.length > 0 ? request.stop : undefined,
    candidateCount: request.choices > 1 ? request.choices : undefined,
    mediaResolution: mediaResolution(request),
    thinkingConfig: thinkingConfig(request.reasoning, model),
    ...shapeFields(request.shape),
  });
