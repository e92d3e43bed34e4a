import type { AnswerContext, StreamWriter } from "../caller-dialect";
import { createAnswerWriter } from "./answer-writer";
import { streamEvent } from "./stream-event";

/**
 * Writes one answer as OpenAI's stream of events, numbered from 0. It ends with the event that holds
 * the whole Response; there is no mark after it.
 * @see https://platform.openai.com/docs/api-reference/responses-streaming (read 2026-11-24, by the
 * types of the `openai` package 6.49)
 */
export const createStreamWriter = (context: AnswerContext): StreamWriter => {
  let number = 0;
  let text = "";
  const writer = createAnswerWriter(context, (type, fields) => {
    text += streamEvent(type, number, fields);
    number += 1;
  });
  return {
    write(events) {
      text = "";
      for (const event of events) writer.add(event);
      return text;
    },
  };
};
