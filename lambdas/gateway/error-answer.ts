import { errorBody } from "../../core/chat/completions/error-body";
import { RequestError } from "../../core/errors";
import type { Log } from "../../core/ports/log";
import { parseJson } from "../shared/parse-json";
import { providersHeaders } from "./answer-headers";
import { AttemptFailure } from "./attempt-failure";
import { type GatewayAnswer, nothingToSettle } from "./exchange";

const json = { "content-type": "application/json" };

const retryHeaders = ({ retryAfterSeconds, mayRetry }: RequestError): Record<string, string> => ({
  ...(retryAfterSeconds !== undefined && { "retry-after": String(retryAfterSeconds) }),
  ...(!mayRetry && { "x-should-retry": "false" }),
});

/** An error of our own, in OpenAI's form. */
export const errorAnswer = (
  error: RequestError,
  headers: Readonly<Record<string, string>> = {},
  settled = nothingToSettle,
): GatewayAnswer => ({
  status: error.status,
  headers: { ...json, ...retryHeaders(error), ...headers },
  body: JSON.stringify(errorBody(error)),
  settled,
});

const messages: Record<Exclude<AttemptFailure["outcome"], "refused">, [number, string]> = {
  timeout: [504, "the provider took too long; try again, or raise the stage's timeouts"],
  unreachable: [502, "the provider can't be reached; try again, or allow another provider"],
  interrupted: [502, "the provider broke off its answer; try again"],
  cancelled: [499, "the caller left before the answer"],
};

/** What a failed attempt means to a caller, where the provider's own words can't be passed on. */
export const toRequestError = (failure: AttemptFailure): RequestError => {
  const [status, message] =
    failure.outcome === "refused"
      ? [
          502,
          "the provider's answer is not in its own format; try again, or allow another provider",
        ]
      : messages[failure.outcome];
  return new RequestError(status, failure.code, `${message} (${failure.code})`, {
    mayRetry: false,
  });
};

const isErrorObject = (body: string): boolean => {
  const value = parseJson(body);
  return typeof value === "object" && value !== null && "error" in value;
};

/**
 * All attempts failed. A provider's own refusal is passed on with its status and retry headers;
 * the SDK must not multiply retries that were already made here.
 */
export const failureAnswer = (
  failure: AttemptFailure,
  headers: Readonly<Record<string, string>>,
): GatewayAnswer => {
  const { answer } = failure;
  if (!answer || !isErrorObject(answer.body)) {
    return errorAnswer(toRequestError(failure), headers);
  }
  return {
    status: answer.status,
    headers: {
      ...json,
      ...providersHeaders(answer.headers),
      "x-should-retry": "false",
      ...headers,
    },
    body: answer.body,
    settled: nothingToSettle,
  };
};

/** Any thrown thing as an error for the caller; what nobody foresaw is logged by name and hidden. */
export const asRequestError = (error: unknown, log: Log): RequestError => {
  if (error instanceof RequestError) return error;
  if (error instanceof AttemptFailure) return toRequestError(error);
  log.error("gateway_error", {
    error: error instanceof Error ? error.name : typeof error,
    at: error instanceof Error ? (error.stack ?? "").split("\n").slice(1, 4).join(" ") : "",
  });
  return new RequestError(500, "internal_error", "the gateway failed; try again");
};
