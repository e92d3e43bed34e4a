import type { RequestError } from "../../errors";
import { serverSentEvent } from "./server-sent-event";

/**
 * Anthropic's `type` by status; a spent budget is what it calls billing.
 * @see https://platform.claude.com/docs/en/api/errors (read 2026-11-24, by the types of the
 * `@anthropic-ai/sdk` package 1.12)
 */
const types: Readonly<Record<number, string>> = {
  401: "authentication_error",
  402: "billing_error",
  403: "permission_error",
  404: "not_found_error",
  413: "request_too_large",
  429: "rate_limit_error",
  503: "overloaded_error",
  504: "timeout_error",
  529: "overloaded_error",
};

const typeOf = (status: number): string =>
  types[status] ?? (status >= 500 ? "api_error" : "invalid_request_error");

/** An error as Anthropic's clients read it; they give `error_code` as the error's own. */
export const errorBody = ({ status, code, message, param }: RequestError) => ({
  type: "error",
  error: {
    type: typeOf(status),
    message,
    details: { error_code: code, ...(param !== null && { param }) },
  },
});

export const errorEvent = (error: RequestError): string =>
  serverSentEvent("error", errorBody(error));
