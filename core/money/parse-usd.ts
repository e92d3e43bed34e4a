import { picoUsdPerUsd } from "./amounts";

/** Text that is no amount of USD. */
export class InvalidUsdError extends Error {
  override readonly name = "InvalidUsdError";
}

const decimal = /^([-−]?)\$?(\d+)(?:\.(\d+))?$/;

/**
 * A decimal amount of USD as whole pUSD, by its digits and never by a float: "0.15" is
 * 150,000,000,000. What `exactUsd` and `decimalUsd` write is read back the same.
 *
 * @throws InvalidUsdError where it is no plain decimal, or finer than a pico-dollar.
 */
export const parseUsd = (text: string): bigint => {
  const [, sign, whole = "", fraction = ""] = decimal.exec(text.trim()) ?? [];
  if (whole === "")
    throw new InvalidUsdError(`"${text}" is not an amount in USD; write it like 0.15`);
  const digits = fraction.replace(/0+$/, "");
  if (digits.length > 12)
    throw new InvalidUsdError(`"${text}" is finer than a pico-dollar; give at most 12 decimals`);
  const size = BigInt(whole) * BigInt(picoUsdPerUsd) + BigInt(digits.padEnd(12, "0"));
  return sign === "" ? size : -size;
};
