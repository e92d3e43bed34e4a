import type { CallerRequest } from "../caller-dialect";
import { parseBody } from "../parse-body";
import { countRequestSchema } from "./messages-request";
import { toCallerRequest } from "./read-request";

/**
 * Reads the body of `/v1/messages/count_tokens`: a prompt that is to be counted, and not answered.
 *
 * @see https://platform.claude.com/docs/en/api/messages/count_tokens (read 2026-11-24, by the types
 * of the `@anthropic-ai/sdk` package 1.12)
 * @throws RequestError 400 with the field at fault and what it should be, never its content.
 */
export const readCountRequest = (text: string): CallerRequest =>
  toCallerRequest(text, parseBody(text, countRequestSchema, "model and messages"));
