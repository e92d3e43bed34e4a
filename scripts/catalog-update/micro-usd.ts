/**
 * A price in USD per million tokens as whole µUSD per million tokens, by decimal digits and not by
 * float multiplication: 0.0028 × 1e6 is 2800.0000000000005, "0.0028" shifted by six places is 2800.
 *
 * @returns `exact: false` where digits beyond the sixth were rounded up, so that a cost is never
 *   below the bill: at most 1 pUSD a token too much.
 * @throws where the number is negative or none.
 */
export const microUsdOf = (usd: number): { readonly price: number; readonly exact: boolean } => {
  if (!Number.isFinite(usd) || usd < 0) throw new Error(`price ${usd} is not a number from 0 up`);
  const [digits = "0", exponent = "0"] = String(usd).split("e");
  const [whole = "0", fraction = ""] = digits.split(".");
  const places = fraction.length - Number(exponent);
  const shifted = BigInt(whole + fraction);
  if (places <= 6) return { price: Number(shifted * 10n ** BigInt(6 - places)), exact: true };
  const unit = 10n ** BigInt(places - 6);
  const exact = shifted % unit === 0n;
  return { price: Number(shifted / unit) + (exact ? 0 : 1), exact };
};
