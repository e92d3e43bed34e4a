import * as z from "zod";

// A provider is read leniently: an odd field must not hide what stands beside it.
const text = z.string().nullish().catch(undefined);
const flag = z.boolean().nullish().catch(undefined);

const partialArgumentSchema = z.object({
  jsonPath: z.string(),
  stringValue: text,
  numberValue: z.number().nullish().catch(undefined),
  boolValue: flag,
  nullValue: z.unknown().optional(),
});

const functionCallSchema = z.object({
  id: text,
  name: text,
  args: z.record(z.string(), z.unknown()).nullish().catch(undefined),
  partialArgs: z.array(partialArgumentSchema).nullish().catch(undefined),
  willContinue: flag,
});

const partSchema = z.looseObject({
  text,
  thought: flag,
  thoughtSignature: text,
  functionCall: functionCallSchema.nullish().catch(undefined),
});

const candidateSchema = z.looseObject({
  index: z.int().nonnegative().nullish().catch(undefined),
  content: z
    .object({ parts: z.array(partSchema).nullish().catch(undefined) })
    .nullish()
    .catch(undefined),
  finishReason: text,
  groundingMetadata: z
    .object({ webSearchQueries: z.array(z.string()).nullish().catch(undefined) })
    .nullish()
    .catch(undefined),
});

/**
 * A whole answer, or one event of a stream: both are of one form.
 * @see https://ai.google.dev/api/generate-content#v1beta.GenerateContentResponse (read 2026-11-24);
 * for `partialArgs`, which only Vertex AI sends, the types of the `@google/genai` package
 */
export const chunkSchema = z.object({
  candidates: z.array(candidateSchema).nullish().catch(undefined),
  promptFeedback: z.object({ blockReason: text }).nullish().catch(undefined),
  usageMetadata: z.unknown().optional(),
  modelVersion: text,
  responseId: text,
});

export type Chunk = z.infer<typeof chunkSchema>;
export type Candidate = z.infer<typeof candidateSchema>;
export type AnswerPart = z.infer<typeof partSchema>;
export type FunctionCall = z.infer<typeof functionCallSchema>;
export type PartialArgument = z.infer<typeof partialArgumentSchema>;
