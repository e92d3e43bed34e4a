import type { RequestError } from "../../errors";
import { errorBody } from "../completions/error-body";
import { streamEvent } from "./stream-event";

/**
 * An error as the last word of a stream. OpenAI documents its fields at the event's top, and sends
 * them under `error`; its client raises on the latter alone (`core/streaming` of the `openai` package
 * 6.49, read 2026-11-24), so both are there. Its number is not the stream's: it may come from where
 * that is not known.
 */
export const errorEvent = (failure: RequestError): string => {
  const { error } = errorBody(failure);
  const { code, message, param } = error;
  return streamEvent("error", 0, { code, message, param, error });
};
