import type { RequestError } from "../../errors";
import { errorBody } from "../completions/error-body";
import { streamEvent } from "./stream-event";

type WrittenError = ReturnType<typeof errorBody>["error"];

/**
 * What an event of the type `error` holds. OpenAI documents its fields at the event's top, and sends
 * them under `error`; its client raises on the latter alone (`core/streaming` of the `openai` package
 * 6.49, read 2026-11-24), so both are there.
 */
export const errorFields = (error: WrittenError) => {
  const { code, message, param } = error;
  return { code, message, param, error };
};

/**
 * An error as the last word of a stream. Its number is not the stream's: it may come from where that
 * is not known.
 */
export const errorEvent = (failure: RequestError): string =>
  streamEvent("error", 0, errorFields(errorBody(failure).error));
