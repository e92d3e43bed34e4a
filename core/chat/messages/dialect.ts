import type { CallerDialect } from "../caller-dialect";
import { errorBody, errorEvent } from "./error-body";
import { readRequest } from "./read-request";
import { streamWriter } from "./stream-writer";
import { writeAnswer } from "./write-answer";

/** Anthropic's Messages, as callers speak it. */
export const messagesDialect: CallerDialect = {
  id: "messages",
  read: readRequest,
  writeAnswer,
  streamWriter,
  endMark: 'event: message_stop\ndata: {"type":"message_stop"}\n\n',
  errorBody,
  errorEvent,
};
