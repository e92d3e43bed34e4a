/** @param percent - 12.3 for 12.3%: two places below 1%, one from there on, none at 100%. */
export const formatPercent = (percent: number): string => {
  const size = Math.abs(percent);
  if (size === 0) return "0%";
  if (size < 0.01) return percent < 0 ? ">−0.01%" : "<0.01%";
  const digits = size < 1 ? 2 : size < 99.95 ? 1 : 0;
  return `${percent < 0 ? "−" : ""}${size.toFixed(digits)}%`;
};

/** A share of a whole as a percentage, "0%" only for none; "—" of nothing. */
export const formatShare = (part: number, whole: number): string =>
  whole === 0 ? "—" : formatPercent((part / whole) * 100);

/** What percentage one sum of money is of another, by whole numbers: exact at any size. */
const percentOf = (part: bigint, whole: bigint): number =>
  Number((part * 1_000_000n) / whole) / 1e4;

/** As `formatShare`, of sums of money. @param part, whole - whole pUSD in decimal digits. */
export const formatMoneyShare = (part: string, whole: string): string => {
  const [some, all] = [BigInt(part), BigInt(whole)];
  if (all === 0n) return "—";
  if (some !== 0n && percentOf(some, all) === 0) return "<0.01%";
  return formatPercent(percentOf(some, all));
};
