import { picoUsdPerUsd } from "./amounts";
import { exactUsd } from "./exact-usd";

type Amount = bigint | number | null;

const minus = "−";
const smallestShown = 1_000_000n; // $0.000001 in pUSD

/**
 * An amount as a person reads it: below $1 three significant digits ("$0.000375"), from $1 cents
 * with thousands ("$1,234.50"), below $0.000001 "<$0.000001", nothing "$0", unknown "unpriced",
 * and "−$1.20" where it is negative.
 *
 * @param amount - whole pUSD; null: unpriced. A number must be whole, as amounts are.
 * @throws RangeError where a number is not whole, so no amount.
 */
export const formatUsd = (amount: Amount): string => {
  if (amount === null) return "unpriced";
  const pico = BigInt(amount);
  const size = pico < 0n ? -pico : pico;
  const sign = pico < 0n ? minus : "";
  if (size === 0n) return "$0";
  if (size < smallestShown) return sign === "" ? "<$0.000001" : `>${minus}$0.000001`;
  const three = threeDigits(size);
  return three < BigInt(picoUsdPerUsd)
    ? `${sign}${withDimes(exactUsd(three))}`
    : `${sign}${inCents(size)}`;
};

/** A sum as a person reads it: cents from one cent up, else as `formatUsd`. */
export const formatUsdTotal = (amount: Amount): string => {
  if (amount === null) return "unpriced";
  const pico = BigInt(amount);
  const size = pico < 0n ? -pico : pico;
  const isCents = size >= BigInt(picoUsdPerUsd) / 100n;
  return isCents ? `${pico < 0n ? minus : ""}${inCents(size)}` : formatUsd(pico);
};

/** Half up, by whole numbers: a float would turn $0.0000015 into either neighbor. */
const roundTo = (size: bigint, unit: bigint): bigint => ((size + unit / 2n) / unit) * unit;

const threeDigits = (size: bigint): bigint => {
  const spare = size.toString().length - 3;
  return spare <= 0 ? size : roundTo(size, 10n ** BigInt(spare));
};

/** "$0.5" reads as a typo: money has two places at least. */
const withDimes = (text: string): string => text.replace(/\.(\d)$/, ".$10");

const inCents = (size: bigint): string => {
  const cent = BigInt(picoUsdPerUsd) / 100n;
  const cents = roundTo(size, cent) / cent;
  const dollars = (cents / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ",");
  return `$${dollars}.${(cents % 100n).toString().padStart(2, "0")}`;
};
