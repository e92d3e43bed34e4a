import type { MicroUsdPerMTok, Tokens } from "./amounts";

/** What a million tokens of each kind cost. A missing rate falls back as `costOf` says. */
export type Rates = {
  readonly input: MicroUsdPerMTok;
  readonly output: MicroUsdPerMTok;
  /** Input read from the provider's prompt cache; missing: charged as input. */
  readonly cacheRead?: MicroUsdPerMTok;
  /** Input written to a five-minute cache; missing: charged as input. */
  readonly cacheWrite5m?: MicroUsdPerMTok;
  /** Input written to a one-hour cache; missing: charged as a five-minute write. */
  readonly cacheWrite1h?: MicroUsdPerMTok;
  /** Reasoning output; missing: charged as output. */
  readonly reasoning?: MicroUsdPerMTok;
  /** Sound among the fresh input; missing: charged as input. */
  readonly audioInput?: MicroUsdPerMTok;
  /** Sound read from the prompt cache; missing: charged as a cache read. */
  readonly audioCacheRead?: MicroUsdPerMTok;
};

/** Rates that hold for a whole request once its input (all buckets) is above a size. */
export type PriceTier = Rates & { readonly aboveInputTokens: Tokens };

/** The prices of one offer from one day on, tiers ascending and the first above 0. */
export type PriceCard = {
  /** ISO day from which the card holds; missing: since ever. */
  readonly validFrom?: string;
  readonly tiers: readonly [PriceTier, ...PriceTier[]];
  /** Where the numbers come from, and the ISO day they were taken. */
  readonly source: string;
  readonly takenOn: string;
};
