/** A share of a whole as a percentage: three significant digits below 10%, "0%" only for none. */
export const formatShare = (part: number, whole: number): string => {
  if (whole === 0) return "—";
  return formatPercent((part / whole) * 100);
};

/** @param percent - 12.3 for 12.3%. */
export const formatPercent = (percent: number): string => {
  const size = Math.abs(percent);
  if (size === 0) return "0%";
  if (size < 0.01) return percent < 0 ? ">−0.01%" : "<0.01%";
  const digits = size < 1 ? 2 : size < 99.95 ? 1 : 0;
  return `${percent < 0 ? "−" : ""}${size.toFixed(digits)}%`;
};
