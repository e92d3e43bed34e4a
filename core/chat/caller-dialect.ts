import type { RequestError } from "../errors";
import type { SessionClues } from "../routing/session";
import type { AnswerFormat } from "./answer-format";
import type { Conversation } from "./conversation";
import type { CallerDialectId } from "./dialect";
import type { NeutralAnswer } from "./neutral/answer";
import type { NeutralEvent } from "./neutral/event";
import type { NeutralRequest } from "./neutral/request";

/** One request as its caller wrote it, read once by its dialect's schema. */
export type CallerRequest = {
  readonly dialect: CallerDialectId;
  /** The body, byte for byte. */
  readonly text: string;
  /** What it says: fields that the schema does not know are kept. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly model: string;
  readonly streamed: boolean;
  /** How many answers: `n`. */
  readonly choices: number;
  /** The caller of a stream asked to see the count. */
  readonly showsUsage: boolean;
  readonly conversation: Conversation;
  /** What its answer could be checked by. */
  readonly format: AnswerFormat;
  readonly clues: Omit<SessionClues, "name">;
  /** In no dialect; made when it is first asked for, as most requests are passed on as they are. */
  neutral(): NeutralRequest;
};

/** What an answer is written for. */
export type AnswerContext = {
  readonly request: CallerRequest;
  /** Unlike any other answer's: letters, digits, `_` and `-`. */
  readonly id: string;
  /** The model that answers, by its provider's name. */
  readonly model: string;
  /** Seconds since 1970 UTC. */
  readonly createdAt: number;
};

/** Writes one stream in a dialect. Stateful: one for each answer. */
export type StreamWriter = {
  /** The server-sent events, as text, that these add to the stream; often the empty text. */
  write(events: readonly NeutralEvent[]): string;
};

/** A language that the gateway is spoken to in: reads requests, writes answers and errors. Pure. */
export interface CallerDialect {
  readonly id: CallerDialectId;
  /** @throws RequestError 400 with the field at fault and what it should be, never its content. */
  read(text: string): CallerRequest;
  /** The whole answer as JSON text. */
  writeAnswer(answer: NeutralAnswer, context: AnswerContext): string;
  streamWriter(context: AnswerContext): StreamWriter;
  /** The server-sent event, as text, that ends a whole stream; empty where its last event does. */
  readonly endMark: string;
  /** An error as this dialect's clients read it in an answer's body. */
  errorBody(error: RequestError): unknown;
  /** The same as the server-sent event, as text, that is the last word of a stream. */
  errorEvent(error: RequestError): string;
}
