import type { CallerDialect } from "../caller-dialect";
import { errorBody } from "../completions/error-body";
import { answerEvents } from "../neutral/answer-events";
import { conversationOf } from "../neutral/to-conversation";
import { parseBody } from "../parse-body";
import { createAnswerWriter } from "./answer-writer";
import { errorEvent } from "./error-event";
import { refuseUnstored } from "./refuse-unstored";
import { responsesRequestSchema } from "./response-request";
import { sessionCluesOf } from "./session-clues";
import { createStreamWriter } from "./stream-writer";
import { toAnswerFormat } from "./to-answer-format";
import { toNeutral } from "./to-neutral";

/** OpenAI's Responses, as the gateway is spoken to in it. */
export const responsesDialect: CallerDialect = {
  id: "responses",
  read(text) {
    const body = parseBody(text, responsesRequestSchema, "model and input");
    refuseUnstored(body);
    const neutral = toNeutral(body);
    return {
      dialect: "responses",
      text,
      body,
      model: body.model,
      streamed: body.stream === true,
      choices: 1,
      // Every stream ends with the count.
      showsUsage: true,
      conversation: conversationOf(neutral),
      format: toAnswerFormat(neutral),
      clues: sessionCluesOf(body),
      neutral: () => neutral,
    };
  },
  writeAnswer(answer, context) {
    const writer = createAnswerWriter(context, () => undefined);
    for (const event of answerEvents(answer)) writer.add(event);
    return JSON.stringify(writer.response());
  },
  streamWriter: createStreamWriter,
  // Its last event holds the whole answer.
  endMark: "",
  errorBody,
  errorEvent,
};
