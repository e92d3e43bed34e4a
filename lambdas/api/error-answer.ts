import type { ErrorBody } from "../../core/contract/error-body";
import { RequestError } from "../../core/errors";
import type { Log } from "../../core/ports/log";
import { InvalidInputError } from "./read-input";

export type ErrorAnswer = {
  readonly status: number;
  readonly body: ErrorBody;
  readonly retryAfterSeconds?: number;
};

/** What a caller is told of a failure; of one that is not theirs nothing but that it happened. */
export const toErrorAnswer = (error: unknown, log: Log, operation: string): ErrorAnswer => {
  if (error instanceof InvalidInputError) {
    const { problems } = error;
    const [first] = problems;
    const { code, message } = error;
    return {
      status: 400,
      body: { error: { code, message, field: first?.field ?? null, problems: [...problems] } },
    };
  }
  if (error instanceof RequestError) {
    const { status, code, message, param, retryAfterSeconds } = error;
    const problems = param === null ? [] : [{ field: param, message }];
    return {
      status,
      body: { error: { code, message, field: param, problems } },
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    };
  }
  const { name, message: reason } = error as Partial<Error>;
  log.error("an operation of the dashboard's API failed", { operation, error: name, reason });
  const message = "this went wrong on our side; try again, and tell us if it stays";
  return {
    status: 500,
    body: { error: { code: "internal_error", message, field: null, problems: [] } },
  };
};
