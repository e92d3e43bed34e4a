import type { CallerDialect, CallerRequest } from "../caller-dialect";
import type { NeutralRequest } from "../neutral/request";
import { errorBody } from "./error-body";
import { parseChatRequest } from "./parse-request";
import { sessionCluesOf } from "./session-clues";
import { endMark, streamWriter } from "./stream-writer";
import { toAnswerFormat } from "./to-answer-format";
import { toConversation } from "./to-conversation";
import { toNeutral } from "./to-neutral";
import { writeAnswer } from "./write-answer";

const read = (text: string): CallerRequest => {
  const body = parseChatRequest(text);
  let neutral: NeutralRequest | undefined;
  return {
    dialect: "completions",
    text,
    body,
    model: body.model,
    streamed: body.stream === true,
    choices: body.n ?? 1,
    showsUsage: body.stream_options?.include_usage === true,
    conversation: toConversation(body),
    format: toAnswerFormat(body),
    clues: sessionCluesOf(body),
    neutral() {
      neutral ??= toNeutral(body);
      return neutral;
    },
  };
};

/** OpenAI's chat completions, as the gateway is spoken to in them. */
export const completionsDialect: CallerDialect = {
  id: "completions",
  read,
  writeAnswer,
  streamWriter,
  endMark,
  errorBody,
  errorEvent: (error) => `data: ${JSON.stringify(errorBody(error))}\n\n`,
};
