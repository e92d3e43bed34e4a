import type { MicroUsdPerMTok, Tokens } from "../../../core/money/amounts";
import type { PriceCard, Rates } from "../../../core/money/price-card";
import { noTokens, type TokenBuckets } from "../../../core/usage/token-buckets";

type Plain = { readonly [Key in keyof Rates]?: number };

const rates = (plain: Plain): Rates => ({
  ...(plain as Rates),
  input: (plain.input ?? 0) as MicroUsdPerMTok,
  output: (plain.output ?? 0) as MicroUsdPerMTok,
});

/** A card of plain numbers: base rates, then `[above, rates]` for each further tier. */
export const card = (base: Plain, ...tiers: readonly (readonly [number, Plain])[]): PriceCard => ({
  tiers: [
    { aboveInputTokens: 0 as Tokens, ...rates(base) },
    ...tiers.map(([above, plain]) => ({ aboveInputTokens: above as Tokens, ...rates(plain) })),
  ],
  source: "test",
  takenOn: "2026-01-01",
});

/** Buckets of plain numbers; what is left out is 0. */
export const buckets = (plain: { readonly [Key in keyof TokenBuckets]?: number }): TokenBuckets =>
  ({ ...noTokens, ...plain }) as TokenBuckets;
