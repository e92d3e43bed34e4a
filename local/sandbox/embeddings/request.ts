import * as z from "zod";
import { refuseBody } from "../completions/errors";
import { readJson } from "../read-json";

/** OpenAI takes so many texts at once. */
const mostTexts = 2_048;
const tokenIds = z.array(z.int().nonnegative()).min(1);

/**
 * @see https://platform.openai.com/docs/api-reference/embeddings/create (read 2026-11-24 through
 * the types of the `openai` package, 6.49.0)
 */
const embeddingsSchema = z.strictObject({
  model: z.string().min(1),
  input: z.union([
    z.string().min(1),
    z.array(z.string().min(1)).min(1).max(mostTexts),
    tokenIds,
    z.array(tokenIds).min(1).max(mostTexts),
  ]),
  dimensions: z.int().min(1).max(3_072).nullish(),
  encoding_format: z.enum(["float", "base64"]).nullish(),
  user: z.string().nullish(),
});

export type EmbeddingsRequest = z.infer<typeof embeddingsSchema>;

/** @throws SandboxError with status 400 that names the field that is wrong. */
export const parseEmbeddings = (body: string): EmbeddingsRequest =>
  readJson(body, embeddingsSchema, refuseBody);

/** Each input as its tokens: pieces of text, or the ids that were given. */
export const inputsOf = (
  { input }: EmbeddingsRequest,
  toPieces: (text: string) => readonly string[],
): readonly (readonly string[])[] => {
  if (typeof input === "string") return [toPieces(input)];
  const ids = input.filter((one) => typeof one === "number");
  if (ids.length > 0) return [ids.map(String)];
  return input.map((one) => (typeof one === "string" ? toPieces(one) : [one].flat().map(String)));
};
