import type { Dialect } from "../../../core/chat/dialect";
import { plainCompletion, plainCompletionStream } from "./completions";
import { plainConverse, plainConverseStream } from "./converse";
import { plainGemini, plainGeminiStream } from "./gemini";
import { plainMessage, plainMessageStream } from "./messages";
import type { PlainAnswer } from "./plain-answer";
import { plainResponse, plainResponseStream } from "./responses";

const whole: Readonly<Record<Dialect, (body: unknown) => PlainAnswer>> = {
  completions: plainCompletion,
  responses: plainResponse,
  messages: plainMessage,
  gemini: plainGemini,
  converse: plainConverse,
};

const streamed: Readonly<Record<Dialect, (payloads: readonly string[]) => PlainAnswer>> = {
  completions: plainCompletionStream,
  responses: plainResponseStream,
  messages: plainMessageStream,
  gemini: plainGeminiStream,
  converse: plainConverseStream,
};

/** The `data` payloads of an event stream, in order. */
export const payloadsOf = (stream: string): readonly string[] =>
  stream
    .split(/\r\n\r\n|\n\n|\r\r/)
    .map((event) =>
      event
        .split(/\r\n|\n|\r/)
        .filter((line) => line.startsWith("data:"))
        .map((line) => line.slice(5).trimStart())
        .join("\n"),
    )
    .filter((data) => data !== "");

export const readWhole = (dialect: Dialect, body: string): PlainAnswer =>
  whole[dialect](JSON.parse(body));

export const readStream = (dialect: Dialect, payloads: readonly string[]): PlainAnswer =>
  streamed[dialect](payloads);
