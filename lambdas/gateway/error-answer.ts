import type { CallerDialect } from "../../core/chat/caller-dialect";
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

/** An error of our own, in the caller's dialect. */
export const errorAnswer = (
  error: RequestError,
  dialect: CallerDialect,
  headers: Readonly<Record<string, string>> = {},
  settled = nothingToSettle,
): GatewayAnswer => ({
  status: error.status,
  headers: { ...json, ...retryHeaders(error), ...headers },
  body: JSON.stringify(dialect.errorBody(error)),
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

/** A redirect is not followed, and a caller that did so would call the provider past the gateway. */
const passedStatus = (status: number): number => (status < 400 ? 502 : status);

/** A refusal in another dialect than the caller's: the provider's words in the caller's form. */
const reworded = (
  { answer, code }: AttemptFailure,
  dialect: CallerDialect,
  headers: Readonly<Record<string, string>>,
): GatewayAnswer | undefined => {
  if (answer?.message === undefined) return undefined;
  const error = new RequestError(passedStatus(answer.status), code, answer.message, {
    mayRetry: false,
  });
  return errorAnswer(error, dialect, { ...providersHeaders(answer.headers), ...headers });
};

/**
 * All attempts failed. A provider's own refusal is passed on with its status and retry headers;
 * the SDK must not multiply retries that were already made here.
 */
export const failureAnswer = (
  failure: AttemptFailure,
  dialect: CallerDialect,
  headers: Readonly<Record<string, string>>,
): GatewayAnswer => {
  const { answer } = failure;
  const own = answer?.dialect === dialect.id && isErrorObject(answer.body);
  if (!answer || !own) {
    return (
      reworded(failure, dialect, headers) ?? errorAnswer(toRequestError(failure), dialect, headers)
    );
  }
  return {
    status: passedStatus(answer.status),
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
