import { formatUsdTotal } from "../../../core/contract/money";
import { formatCount } from "./count";
import { formatPercent } from "./share";

/** How a figure changed: the difference and its percentage; `new` from zero. */
export type ChangeText = { readonly direction: "up" | "down" | "same"; readonly text: string };

const directionOf = (sign: number): ChangeText["direction"] =>
  sign > 0 ? "up" : sign < 0 ? "down" : "same";

const signed = (text: string, sign: number): string => (sign > 0 ? `+${text}` : text);

/** "+12.3%" of a percentage. */
const percentText = (percent: number): string => signed(formatPercent(percent), percent);

/** @param now, before - whole pUSD in decimal digits. */
export const moneyChange = (now: string, before: string): ChangeText => {
  const difference = BigInt(now) - BigInt(before);
  const sign = Number(difference > 0n) - Number(difference < 0n);
  if (sign === 0) return { direction: "same", text: "no change" };
  const amount = signed(formatUsdTotal(difference), sign);
  if (BigInt(before) === 0n) return { direction: directionOf(sign), text: `${amount} new` };
  // Exact to a hundredth of a percent, whatever the size of the sums.
  const size = BigInt(before) < 0n ? -BigInt(before) : BigInt(before);
  const percent = Number((difference * 10_000n) / size) / 100;
  return { direction: directionOf(sign), text: `${amount} ${percentText(percent)}` };
};

export const countChange = (now: number, before: number): ChangeText => {
  const difference = now - before;
  if (difference === 0) return { direction: "same", text: "no change" };
  const amount = signed(formatCount(difference).replace("-", "−"), difference);
  const rest = before === 0 ? "new" : percentText((difference / before) * 100);
  return { direction: directionOf(difference), text: `${amount} ${rest}` };
};
