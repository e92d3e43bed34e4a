import type { Tokens } from "../money/amounts";

/**
 * A request's tokens in disjoint buckets. They sum back to the provider's own total:
 * the four input buckets to its prompt tokens, the two output buckets to its completion tokens.
 */
export type TokenBuckets = {
  readonly freshInput: Tokens;
  readonly cacheRead: Tokens;
  readonly cacheWrite5m: Tokens;
  readonly cacheWrite1h: Tokens;
  readonly visibleOutput: Tokens;
  readonly reasoningOutput: Tokens;
};

const none = 0 as Tokens;

export const noTokens: TokenBuckets = {
  freshInput: none,
  cacheRead: none,
  cacheWrite5m: none,
  cacheWrite1h: none,
  visibleOutput: none,
  reasoningOutput: none,
};

/** The tokens of two answers, bucket by bucket. */
export const addTokens = (a: TokenBuckets, b: TokenBuckets): TokenBuckets => ({
  freshInput: (a.freshInput + b.freshInput) as Tokens,
  cacheRead: (a.cacheRead + b.cacheRead) as Tokens,
  cacheWrite5m: (a.cacheWrite5m + b.cacheWrite5m) as Tokens,
  cacheWrite1h: (a.cacheWrite1h + b.cacheWrite1h) as Tokens,
  visibleOutput: (a.visibleOutput + b.visibleOutput) as Tokens,
  reasoningOutput: (a.reasoningOutput + b.reasoningOutput) as Tokens,
});

/** All input buckets together: what decides the price tier. */
export const inputTokens = (tokens: TokenBuckets): Tokens =>
  (tokens.freshInput + tokens.cacheRead + tokens.cacheWrite5m + tokens.cacheWrite1h) as Tokens;

export const outputTokens = (tokens: TokenBuckets): Tokens =>
  (tokens.visibleOutput + tokens.reasoningOutput) as Tokens;
