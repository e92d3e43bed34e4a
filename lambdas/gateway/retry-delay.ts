import type { HttpAnswer } from "../shared/http/upstream";

/** A caller is waiting: a provider that wants longer is not asked again. */
const longestMs = 8_000;

const wish = (headers: HttpAnswer["headers"] | undefined): number | undefined => {
  const milliseconds = Number(headers?.["retry-after-ms"] ?? Number.NaN);
  if (Number.isFinite(milliseconds)) return milliseconds;
  const seconds = Number(headers?.["retry-after"] ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1_000 : undefined;
};

/**
 * How long to wait before asking the same provider again.
 *
 * @param attempt - 1 after the first failure.
 * @param random - in [0, 1), lent so that tests decide it.
 * @param headers - of the refusal: the provider's own wish (`retry-after-ms`, `retry-after`) wins.
 * @returns milliseconds; undefined where the provider wants longer than a caller would wait.
 * @see AWS Builders' Library, "Timeouts, retries, and backoff with jitter" ("full jitter").
 */
export const retryDelayMs = (
  attempt: number,
  random: () => number,
  headers?: HttpAnswer["headers"],
): number | undefined => {
  const wished = wish(headers);
  if (wished !== undefined) return wished > longestMs ? undefined : Math.max(0, wished);
  return Math.min(longestMs, random() * 250 * 2 ** attempt);
};
