import { exactUsd, InvalidUsdError, parseUsd } from "../../../../core/contract/money";

/** For how many tokens a price is typed. */
export const priceUnits = { million: 1_000_000, thousand: 1_000 } as const;

export type PriceUnit = keyof typeof priceUnits;

/** $1 million for a million tokens: more the API does not take. µUSD per million tokens. */
const highestRate = 1_000_000_000_000n;
const picoPerMicro = 1_000_000n;

/**
 * Exact: tokens × (µUSD per million tokens) already is pUSD.
 *
 * @param rate - µUSD per million tokens.
 */
export const pricedTokens = (rate: number, tokens: number): bigint =>
  BigInt(Math.round(rate * tokens));

/** A rate as it is typed: "0.15" for 150000 µUSD per million. */
export const writeRate = (rate: number, unit: PriceUnit): string =>
  exactUsd(pricedTokens(rate, priceUnits[unit])).replace("$", "");

export type ReadRate = { readonly rate: number } | { readonly problem: string };

/** What was typed as whole µUSD per million tokens, by its digits and never by a float. */
export const readRate = (text: string, unit: PriceUnit): ReadRate => {
  try {
    const picoPerMillion = parseUsd(text) * BigInt(priceUnits.million / priceUnits[unit]);
    if (picoPerMillion < 0n) return { problem: "can't be negative; 0 is free" };
    if (picoPerMillion % picoPerMicro !== 0n) {
      return { problem: "is finer than a millionth of a dollar per million tokens" };
    }
    const rate = picoPerMillion / picoPerMicro;
    if (rate > highestRate) return { problem: "is above $1,000,000 per million tokens" };
    return { rate: Number(rate) };
  } catch (error) {
    if (error instanceof InvalidUsdError) return { problem: error.message };
    throw error;
  }
};
