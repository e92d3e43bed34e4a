import * as z from "zod";

const optionalText = z.string().nullish();

const inputText = z.looseObject({ type: z.literal("input_text"), text: z.string() });

const inputImage = z
  .looseObject({
    type: z.literal("input_image"),
    image_url: optionalText,
    file_id: optionalText,
    detail: optionalText,
  })
  .refine(({ image_url, file_id }) => Boolean(image_url) || Boolean(file_id), {
    error: "expected image_url or file_id",
  });

const inputFile = z
  .looseObject({
    type: z.literal("input_file"),
    file_data: optionalText,
    file_url: optionalText,
    file_id: optionalText,
    filename: optionalText,
    detail: optionalText,
  })
  .refine(({ file_data, file_url, file_id }) => Boolean(file_data || file_url || file_id), {
    error: "expected file_data, file_url or file_id",
  });

const outputText = z.looseObject({ type: z.literal("output_text"), text: z.string() });
const refusal = z.looseObject({ type: z.literal("refusal"), refusal: z.string() });

/**
 * Parts of a message, or of what a tool gave back. A type that OpenAI does not list is refused with
 * the list of those it has.
 * @see https://platform.openai.com/docs/api-reference/responses/create (read 2026-11-24, by the types
 * of the `openai` package 6.49)
 */
export const partSchema = z.discriminatedUnion("type", [
  inputText,
  inputImage,
  inputFile,
  outputText,
  refusal,
]);

export type Part = z.infer<typeof partSchema>;
