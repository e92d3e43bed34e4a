import * as z from "zod";
import type { SaidAnswer } from "../said-answer";

/** A provider may add what it likes. */
const answerSchema = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({
          content: z.string(),
          refusal: z.unknown().optional(),
          tool_calls: z.array(z.unknown()).nullish(),
        }),
        finish_reason: z.string().nullish(),
      }),
    )
    .length(1),
});

/**
 * What a whole chat completion says.
 *
 * @returns undefined where it is not one answer in text.
 * @see https://platform.openai.com/docs/api-reference/chat/object (read 2026-11-24, by the types of
 * the `openai` package 6.49)
 */
export const toSaidAnswer = (body: string): SaidAnswer | undefined => {
  const parsed = answerSchema.safeParse(jsonOf(body));
  const choice = parsed.data?.choices[0];
  if (choice === undefined) return undefined;
  const { message, finish_reason } = choice;
  return {
    text: message.content,
    whole: finish_reason === "stop" && (message.tool_calls ?? []).length === 0,
    declined: message.refusal != null && message.refusal !== "",
  };
};

const jsonOf = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};
