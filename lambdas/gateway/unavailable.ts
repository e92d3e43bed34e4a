import { RequestError } from "../../core/errors";

/**
 * Waits for a store that a request can't do without.
 *
 * @throws RequestError 503 where it fails: the caller may try again, nothing was changed.
 */
export const orUnavailable = async <T>(what: string, answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    throw new RequestError(
      503,
      "store_unavailable",
      `the gateway can't read its ${what} just now (${(error as Error).name}); try again`,
      { retryAfterSeconds: 1 },
    );
  }
};
