import * as z from "zod";
import { parseBody } from "../parse-body";

/** OpenAI's own bounds: 2,048 inputs, or tokens of one input. */
const most = 2_048;
const token = z.int().nonnegative();

const input = z.union(
  [
    z.string().min(1),
    z.array(z.string().min(1)).min(1).max(most),
    z.array(token).min(1).max(most),
    z.array(z.array(token).min(1).max(most)).min(1).max(most),
  ],
  { error: "expected a string, or a non-empty array of strings, tokens or arrays of tokens" },
);

/**
 * A request for embeddings. Fields that are unknown here stay, as they are passed on.
 * @see https://platform.openai.com/docs/api-reference/embeddings/create (read 2026-11-24, by the
 * types of the `openai` package 6.49)
 */
const embeddingsRequestSchema = z.looseObject({
  model: z.string().min(1).max(512),
  input,
  dimensions: z.int().positive().nullish(),
  encoding_format: z.enum(["float", "base64"]).nullish(),
  user: z.string().nullish(),
});

export type EmbeddingsRequest = z.infer<typeof embeddingsRequestSchema>;

/** @throws RequestError 400 with the field at fault and what it should be, never its content. */
export const parseEmbeddingsRequest = (text: string): EmbeddingsRequest =>
  parseBody(text, embeddingsRequestSchema, "model and input");
