import type { RequestError } from "../../errors";

/**
 * OpenAI's `type` by status; 402 and a spent budget have no counterpart there and take the type that
 * its clients know for money.
 * @see https://platform.openai.com/docs/guides/error-codes (read 2026-11-24)
 */
const typeOf = (status: number, code: string): string => {
  if (status === 402) return "insufficient_quota";
  if (status === 429) return code === "rate_limit_exceeded" ? "requests" : "rate_limit_error";
  if (status >= 500) return "server_error";
  return "invalid_request_error";
};

/** An error as OpenAI's clients read it, in answers and in streams. */
export const errorBody = ({ status, code, message, param }: RequestError) => ({
  error: { message, type: typeOf(status, code), param, code },
});
