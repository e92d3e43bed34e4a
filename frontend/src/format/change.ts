import { formatUsdTotal } from "../../../core/contract/money";
import { formatCount } from "./count";
import { formatDuration } from "./duration";

/** How a figure changed: the difference and its percentage; `new` from zero. */
export type ChangeText = { readonly direction: "up" | "down" | "same"; readonly text: string };

const same: ChangeText = { direction: "same", text: "no change" };

const perUsd = 1_000_000_000_000n;
/** From so much on a change is told in whole dollars: it is read for its size, and added to nothing. */
const wholeFrom = 100n * perUsd;

const withSign = (size: string, sign: number): string => `${sign < 0 ? "−" : "+"}${size}`;

const directionOf = (sign: number): ChangeText["direction"] => (sign > 0 ? "up" : "down");

/** "+12%", "−0.4%": whole from 10% on. @param percent - not zero. */
const percentText = (percent: number): string => {
  const size = Math.abs(percent);
  if (size < 0.1) return "<0.1%";
  const shown = size < 9.95 ? size.toFixed(1) : formatCount(Math.round(size));
  return withSign(`${shown}%`, percent);
};

const sizeOf = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

const moneyText = (size: bigint): string =>
  size < wholeFrom
    ? formatUsdTotal(size)
    : `$${formatCount(Number((size + perUsd / 2n) / perUsd))}`;

/** "+$137 +12%". @param now, before - whole pUSD in decimal digits. */
export const moneyChange = (now: string, before: string): ChangeText => {
  const base = BigInt(before);
  const difference = BigInt(now) - base;
  if (difference === 0n) return same;
  const sign = difference > 0n ? 1 : -1;
  const amount = withSign(moneyText(sizeOf(difference)), sign);
  // Exact to a hundredth of a percent, whatever the size of the sums.
  const rest =
    base === 0n
      ? "new"
      : percentText(Number((difference * 10_000n) / sizeOf(base)) / 100 || sign / 1e3);
  return { direction: directionOf(sign), text: `${amount} ${rest}` };
};

const changeBy = (now: number, before: number, write: (size: number) => string): ChangeText => {
  const difference = now - before;
  if (difference === 0) return same;
  const amount = withSign(write(Math.abs(difference)), difference);
  const rest = before === 0 ? "new" : percentText((difference / before) * 100);
  return { direction: directionOf(difference), text: `${amount} ${rest}` };
};

/** "+1,204 +12%" */
export const countChange = (now: number, before: number): ChangeText =>
  changeBy(now, before, formatCount);

/** "+120 ms +4.1%". @param nowMs, beforeMs - milliseconds. */
export const durationChange = (nowMs: number, beforeMs: number): ChangeText =>
  changeBy(Math.round(nowMs), Math.round(beforeMs), formatDuration);

/** "+0.12 points" of a percentage. @param now, before - 0.42 for 0.42%. */
export const pointsChange = (now: number, before: number): ChangeText => {
  const difference = now - before;
  if (difference === 0) return same;
  const size = Math.abs(difference);
  const shown = size < 0.01 ? "<0.01" : size.toFixed(size < 1 ? 2 : 1);
  const text = `${withSign(shown, difference)} points${before === 0 ? " new" : ""}`;
  return { direction: directionOf(difference), text };
};
