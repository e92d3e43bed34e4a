import type { NeutralRequest } from "../../../../core/chat/neutral/request";
import { uncarriedWithout, type Word } from "../../../../core/chat/neutral/words";

/**
 * What Responses have no word for.
 * @see https://platform.openai.com/docs/api-reference/responses/create (read 2026-11-24, by the types
 * of the `openai` package 6.49)
 */
const lacked: readonly Word[] = [
  "top_k",
  "frequency_penalty",
  "presence_penalty",
  "seed",
  "stop",
  "n",
  "names of speakers",
  "audio",
];

/**
 * OpenAI refuses less with `integer_below_min_value`; more than was asked for would be no answer to it.
 * @see https://github.com/vectorize-io/hindsight/issues/58 (read 2026-11-24)
 */
const leastOutputTokens = 16;

/** @param more - what one provider's Responses lack beside. */
export const uncarried = (
  request: NeutralRequest,
  more: readonly Word[] = [],
): readonly string[] => {
  const most = request.maxOutputTokens ?? leastOutputTokens;
  return [
    ...uncarriedWithout(request, new Set([...lacked, ...more])),
    ...(most < leastOutputTokens ? [`fewer than ${leastOutputTokens} output tokens`] : []),
  ];
};
