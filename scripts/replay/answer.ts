import * as z from "zod";

const usageSchema = z.object({
  prompt_tokens: z.int().nonnegative(),
  completion_tokens: z.int().nonnegative(),
});

const wholeSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
  usage: usageSchema.nullish(),
});

const chunkSchema = z.object({
  choices: z.array(z.object({ delta: z.object({ content: z.string().nullish() }).optional() })),
  usage: usageSchema.nullish(),
});

const errorSchema = z.object({ error: z.object({ message: z.string() }) });

/** What an answer's body says, whichever way it came. */
export type AnswerBody = {
  readonly text: string;
  readonly promptTokens: number;
  readonly completionTokens: number;
};

/** Why a request failed, in words for the list at the end. */
export class AnswerError extends Error {
  override readonly name = "AnswerError";
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The message of an error in OpenAI's shape, if the text is one. */
export const errorMessageOf = (text: string): string | undefined =>
  errorSchema.safeParse(parseJson(text)).data?.error.message;

const tokensOf = (usage: z.infer<typeof usageSchema> | null | undefined) => {
  if (!usage) throw new AnswerError("the answer tells no usage");
  return { promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens };
};

/** @throws AnswerError where it is no chat completion. */
export const readWhole = (text: string): AnswerBody => {
  const parsed = wholeSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new AnswerError("the answer is not a chat completion");
  const { choices, usage } = parsed.data;
  return { text: choices[0]?.message.content ?? "", ...tokensOf(usage) };
};

/** @throws AnswerError where the stream carries an error, or breaks off before its end. */
export const readStream = (text: string): AnswerBody => {
  const payloads = text.split(/\r?\n/).flatMap((line) => /^data: ?(.*)$/.exec(line)?.[1] ?? []);
  const failed = payloads.map(errorMessageOf).find((message) => message !== undefined);
  if (failed !== undefined) throw new AnswerError(`the stream failed: ${failed}`);
  if (payloads.at(-1) !== "[DONE]") throw new AnswerError("the stream broke off before [DONE]");
  const chunks = payloads.slice(0, -1).map((payload) => chunkSchema.safeParse(parseJson(payload)));
  if (!chunks.every(({ success }) => success)) {
    throw new AnswerError("the stream has an event that is not a chat completion chunk");
  }
  const read = chunks.flatMap(({ data }) => data ?? []);
  return {
    text: read.map(({ choices }) => choices[0]?.delta?.content ?? "").join(""),
    ...tokensOf(read.findLast(({ usage }) => usage)?.usage),
  };
};
