import * as z from "zod";

/**
 * Messages as OpenAI's chat completions take them. What the router reads is checked; fields that
 * are unknown here stay, as they are passed on to the provider.
 * @see https://platform.openai.com/docs/api-reference/chat/create (read 2026-11-24, by the types of
 * the `openai` package 6.49)
 */
const textPart = z.looseObject({ type: z.literal("text"), text: z.string() });
const refusalPart = z.looseObject({ type: z.literal("refusal"), refusal: z.string() });
const imagePart = z.looseObject({
  type: z.literal("image_url"),
  image_url: z.looseObject({ url: z.string().min(1) }),
});
const audioPart = z.looseObject({
  type: z.literal("input_audio"),
  input_audio: z.looseObject({ data: z.string() }),
});
const filePart = z.looseObject({
  type: z.literal("file"),
  file: z.looseObject({ file_data: z.string().optional(), filename: z.string().optional() }),
});

/** Mistral's and OpenRouter's own: passed on to these, and bound to them. */
const documentPart = z.looseObject({ type: z.literal("document_url") });
const videoPart = z.looseObject({ type: z.literal("video_url") });

/** Parts of one message; a type that nobody lists is refused with the list of those there are. */
const part = z.discriminatedUnion("type", [
  textPart,
  imagePart,
  audioPart,
  filePart,
  refusalPart,
  documentPart,
  videoPart,
]);

export type Part = z.infer<typeof part>;

const content = z.union([z.string(), z.array(part).min(1)], {
  error: "expected a string or a non-empty array of content parts",
});

/** Beside calls there may be no words: Mistral's clients then give an empty list. */
const assistantContent = z.union([content, z.array(part).max(0)], {
  error: "expected a string or an array of content parts",
});

const toolCall = z.looseObject({
  id: z.string(),
  type: z.string(),
  function: z.looseObject({ name: z.string(), arguments: z.string() }).optional(),
});

const name = z.string().optional();

export const messageSchema = z.discriminatedUnion("role", [
  z.looseObject({ role: z.literal("system"), content, name }),
  z.looseObject({ role: z.literal("developer"), content, name }),
  z.looseObject({ role: z.literal("user"), content, name }),
  z.looseObject({
    role: z.literal("assistant"),
    content: assistantContent.nullish(),
    tool_calls: z.array(toolCall).nullish(),
    name,
  }),
  z.looseObject({ role: z.literal("tool"), content, tool_call_id: z.string() }),
  z.looseObject({ role: z.literal("function"), content: z.string().nullable(), name: z.string() }),
]);

export type Message = z.infer<typeof messageSchema>;
