import type { TokenBuckets } from "./token-buckets";

/** What providers bill by the piece, beside tokens. */
export const countedUnits = ["web-search", "file-search", "code-session", "request"] as const;
export type CountedUnit = (typeof countedUnits)[number];

export type UnitCounts = Readonly<Partial<Record<CountedUnit, number>>>;

/** What a provider says that an answer used, and so what it will bill. */
export type ProviderUsage = {
  readonly tokens: TokenBuckets;
  readonly units?: UnitCounts;
  /** The tier that served it, as the provider names it; absent: the standard one. */
  readonly serviceTier?: string;
  /** Part of it is billed at rates that no price card knows, such as audio. */
  readonly otherRates?: true;
};
