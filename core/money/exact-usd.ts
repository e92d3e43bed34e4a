import { picoUsdPerUsd } from "./amounts";

const places = 12;
const perUsd = BigInt(picoUsdPerUsd);

/**
 * An amount to the pico-dollar, without a trailing zero: "$0.000000015", "−$1.2". For the hover
 * text and for files.
 *
 * @param amount - whole pUSD.
 * @throws RangeError where a number is not whole.
 */
export const exactUsd = (amount: bigint | number): string => {
  const pico = BigInt(amount);
  return `${pico < 0n ? "−" : ""}$${digitsOf(pico < 0n ? -pico : pico)}`;
};

/** As `exactUsd`, for machines: "-1.2", a plain decimal with a plain minus and no dollar sign. */
export const decimalUsd = (amount: bigint | number): string => {
  const pico = BigInt(amount);
  return `${pico < 0n ? "-" : ""}${digitsOf(pico < 0n ? -pico : pico)}`;
};

const digitsOf = (size: bigint): string => {
  const fraction = (size % perUsd).toString().padStart(places, "0").replace(/0+$/, "");
  return `${size / perUsd}${fraction === "" ? "" : `.${fraction}`}`;
};
