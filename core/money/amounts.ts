import type { Brand } from "../ids";

/** A count of tokens: a whole number, never negative. */
export type Tokens = Brand<number, "tokens">;
/** A price: whole µUSD per million tokens. $0.15 per million is 150_000. */
export type MicroUsdPerMTok = Brand<number, "µUSD/Mtok">;
/**
 * An amount of one request: whole pico-dollars (10⁻¹² USD), so that tokens × price is exact.
 * Safe in a number up to about $9,007 (2^53 pUSD); sums over many requests are `bigint`.
 */
export type PicoUsd = Brand<number, "pUSD">;

export const picoUsdPerUsd = 1_000_000_000_000;
