import { bucketText } from "./bucket";
import { dayMarkText } from "./day-mark";
import { bucketsOf } from "./rollup";
import type { UsageEvent } from "./usage-event";

export type PackLimits = {
  /** Rows, touched buckets and the marks of their days together. */
  readonly items: number;
  /** Of rows. */
  readonly bytes: number;
};

type Sized = { readonly event: UsageEvent; readonly bytes: number };

/**
 * Splits rows into packs that one transaction can hold, each row with the buckets it counts in.
 * Rows of the same buckets come together, so that few packs touch the same bucket.
 *
 * @param rows - a row above the limit of bytes gets a pack of its own.
 */
export const packRows = <Row extends Sized>(
  rows: readonly Row[],
  limits: PackLimits,
): readonly (readonly Row[])[] => {
  const placed = rows
    .map((row) => ({
      row,
      buckets: [...bucketsOf(row.event).map(bucketText), dayMarkText(row.event)],
    }))
    .sort((a, b) => compareTexts(a.buckets.join(), b.buckets.join()));
  const packs: Row[][] = [];
  let pack: Row[] = [];
  let touched = new Set<string>();
  let bytes = 0;
  for (const { row, buckets } of placed) {
    const union = new Set([...touched, ...buckets]);
    const fits = pack.length + 1 + union.size <= limits.items && bytes + row.bytes <= limits.bytes;
    if (pack.length === 0 || !fits) {
      pack = [];
      packs.push(pack);
      bytes = 0;
    }
    touched = pack.length === 0 ? new Set(buckets) : union;
    pack.push(row);
    bytes += row.bytes;
  }
  return packs;
};

/** By code units, the same everywhere; a locale's order is not. */
const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
