import type { Tokens } from "../money/amounts";
import type { TokenBuckets } from "./token-buckets";

/**
 * What providers bill by the piece, beside tokens: their own tools' calls (`web-search-preview`:
 * OpenAI's older tool, `web_search_preview`), and Perplexity's fee for each request, by how much of
 * the web it read (`request`: it does not say how much).
 */
export const countedUnits = [
  "web-search",
  "web-search-preview",
  "file-search",
  "code-session",
  "request",
  "request-low",
  "request-medium",
  "request-high",
] as const;
export type CountedUnit = (typeof countedUnits)[number];

/** How many of each; none of a kind is not named. */
export type UnitCounts = Readonly<Partial<Record<CountedUnit, number>>>;

/** How many of an answer's tokens are sound: each is part of the bucket that it is named after. */
export type AudioTokens = {
  readonly freshInput?: Tokens;
  readonly cacheRead?: Tokens;
};

/** What a provider says that an answer used, and so what it will bill. */
export type ProviderUsage = {
  readonly tokens: TokenBuckets;
  readonly units?: UnitCounts;
  /** Absent: no sound, or the provider does not say. */
  readonly audio?: AudioTokens;
  /**
   * The tier that served it, as the provider names it; absent: the standard one. Where several
   * things change its rates, all of them, joined by `+`: Anthropic's `fast+us`.
   */
  readonly serviceTier?: string;
  /** Part of it is billed at rates that no price card knows, such as spoken answers. */
  readonly otherRates?: true;
};

/** The units of two answers, kind by kind; undefined where neither has any. */
export const addUnits = (
  a: UnitCounts | undefined,
  b: UnitCounts | undefined,
): UnitCounts | undefined => {
  if (!a || !b) return a ?? b;
  const kinds = countedUnits.filter((unit) => unit in a || unit in b);
  return Object.fromEntries(kinds.map((unit) => [unit, (a[unit] ?? 0) + (b[unit] ?? 0)]));
};
