import * as z from "zod";

// What is only read where it is there may be of any shape: an odd field must not hide its neighbour.
const text = z.string().nullish().catch(undefined);
const texts = z.array(z.object({ text })).nullish().catch(undefined);

const logprob = z.object({
  token: z.string(),
  logprob: z.number(),
  bytes: z.array(z.int()).nullish().catch(undefined),
});

export const logprobsSchema = z
  .array(logprob.extend({ top_logprobs: z.array(logprob).optional().catch(undefined) }))
  .nullish()
  .catch(undefined);

export const partSchema = z.object({
  type: z.string(),
  text,
  refusal: text,
  annotations: z.array(z.unknown()).nullish().catch(undefined),
  logprobs: logprobsSchema,
});

export type AnswerPart = z.infer<typeof partSchema>;

/**
 * One item of an answer's output; a provider may add what it likes.
 * @see https://platform.openai.com/docs/api-reference/responses/object (read 2026-11-24, by the types
 * of the `openai` package 6.49)
 */
export const itemSchema = z.object({
  type: z.string(),
  id: text,
  call_id: text,
  name: text,
  namespace: text,
  arguments: text,
  content: z.array(partSchema).nullish().catch(undefined),
  summary: texts,
  encrypted_content: text,
  action: z.object({ type: text }).nullish().catch(undefined),
  container_id: text,
  environment: z.object({ container_id: text }).nullish().catch(undefined),
});

export type AnswerItem = z.infer<typeof itemSchema>;

/** The end of an answer, whole or as the last event of a stream brings it. */
export const responseSchema = z.object({
  id: text,
  model: text,
  status: text,
  output: z.array(z.unknown()),
  // The tools that were asked for are told again.
  tools: z
    .array(z.object({ type: text }))
    .nullish()
    .catch(undefined),
  incomplete_details: z.object({ reason: text }).nullish().catch(undefined),
  usage: z.unknown().optional(),
  service_tier: text,
});

export type AnswerResponse = z.infer<typeof responseSchema>;

/** Items that can be read at all, each with its place. */
export const itemsOf = (output: readonly unknown[]): readonly (readonly [string, AnswerItem])[] =>
  output.flatMap((value, at) => {
    const parsed = itemSchema.safeParse(value);
    return parsed.success ? [[String(at), parsed.data] as const] : [];
  });
