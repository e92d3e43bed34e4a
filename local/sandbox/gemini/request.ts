import * as z from "zod";
import { readJson } from "../read-json";
import { contentSchema, instructionSchema } from "./content-schema";
import { refuseBody } from "./errors";
import { openApi, toolSchema } from "./function-schema";

const thinkingConfig = z.strictObject({
  includeThoughts: z.boolean().optional(),
  thinkingBudget: z.int().min(-1).max(32_768).optional(),
  thinkingLevel: z
    .enum(["minimal", "low", "medium", "high", "MINIMAL", "LOW", "MEDIUM", "HIGH"])
    .optional(),
});

const generationConfig = z.strictObject({
  stopSequences: z.array(z.string()).max(5).optional(),
  responseMimeType: z.enum(["text/plain", "application/json"]).optional(),
  responseSchema: openApi,
  responseJsonSchema: z.record(z.string(), z.unknown()).optional(),
  responseModalities: z.array(z.literal("TEXT")).optional(),
  candidateCount: z.int().min(1).max(8).optional(),
  maxOutputTokens: z.int().min(1).optional(),
  temperature: z.number().min(0).max(2).optional(),
  topP: z.number().min(0).max(1).optional(),
  topK: z.number().min(1).optional(),
  seed: z.int().optional(),
  presencePenalty: z.number().min(-2).max(2).optional(),
  frequencyPenalty: z.number().min(-2).max(2).optional(),
  thinkingConfig: thinkingConfig.optional(),
  mediaResolution: z.string().optional(),
});

const toolConfig = z.strictObject({
  functionCallingConfig: z
    .strictObject({
      mode: z.enum(["AUTO", "ANY", "NONE", "VALIDATED", "MODE_UNSPECIFIED"]).optional(),
      allowedFunctionNames: z.array(z.string()).optional(),
    })
    .optional(),
});

/**
 * The body of a generateContent call as far as Google documents it; anything else is refused, as
 * there.
 *
 * @see https://ai.google.dev/api/generate-content
 */
const geminiSchema = z.strictObject({
  contents: z.array(contentSchema).min(1, "contents is not specified"),
  systemInstruction: instructionSchema.optional(),
  tools: z.array(toolSchema).optional(),
  toolConfig: toolConfig.optional(),
  generationConfig: generationConfig.optional(),
  safetySettings: z
    .array(z.strictObject({ category: z.string(), threshold: z.string() }))
    .optional(),
  model: z.string().optional(),
});

export type GeminiRequest = z.infer<typeof geminiSchema>;

/** @throws SandboxError with status 400 that names the field that is wrong. */
export const parseGemini = (body: string): GeminiRequest =>
  readJson(body, geminiSchema, refuseBody);
