import { usageDimensions } from "../../core/contract/usage";
import type { OrganizationId } from "../../core/ids";
import type { CellInterval } from "../../core/ports/usage-cells";
import { type BucketTotals, type Dimensions, sortBuckets } from "../../core/usage/bucket";
import type { CellBlock } from "../../core/usage/cells/cell-block";
import { mergeBuckets } from "../../core/usage/rollup";
import { totalsFrom } from "../../core/usage/totals";

const cellsOf = (
  organization: OrganizationId,
  interval: CellInterval,
  block: CellBlock,
): BucketTotals[] =>
  Array.from({ length: block.size }, (_, cell) => {
    const { start, labels, sums, wide, latency } = block;
    const dimensions = Object.fromEntries(
      usageDimensions.map((dimension) => {
        const { values, codes } = labels[dimension];
        return [dimension, values[codes[cell] ?? -1] ?? null];
      }),
    ) as unknown as Dimensions;
    const [first, end] = [latency.offsets[cell] ?? 0, latency.offsets[cell + 1] ?? 0];
    const histogram = new Map(
      Array.from(latency.bins.slice(first, end), (bin, at): [number, bigint] => [
        bin,
        BigInt(latency.counts[first + at] ?? 0),
      ]),
    );
    const totals = totalsFrom((counter) => {
      const large = wide.find((sum) => sum.counter === counter && sum.cell === cell);
      return large?.value ?? BigInt(sums[counter]?.[cell] ?? 0);
    }, histogram);
    return { organization, interval, start, dimensions, totals };
  });

/** Columns back as buckets, in the order in which a store tells them. */
export const bucketsOfCells = (
  organization: OrganizationId,
  interval: CellInterval,
  blocks: readonly CellBlock[],
): readonly BucketTotals[] =>
  sortBuckets(mergeBuckets(blocks.flatMap((block) => cellsOf(organization, interval, block))));
