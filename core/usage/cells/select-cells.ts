import { usageDimensions } from "../../contract/usage";
import type { DimensionQuery } from "../query/dimension-filter";
import { counters } from "../totals";
import type { CellBlock, LabelColumn, LatencyColumn } from "./cell-block";

type Wanted = { readonly column: LabelColumn; readonly lets: Uint8Array };

/** Which places of a column's values a filter lets through, for each filter that is given. */
const wantedOf = ({ labels }: CellBlock, query: DimensionQuery): readonly Wanted[] =>
  usageDimensions.flatMap((dimension) => {
    const asked = query[dimension];
    if (asked === undefined) return [];
    const values = new Set(typeof asked === "string" ? [asked] : asked);
    const column = labels[dimension];
    // The empty text is untagged, or none.
    const lets = Uint8Array.from(column.values, (value) => (values.has(value ?? "") ? 1 : 0));
    return [{ column, lets }];
  });

const matching = (block: CellBlock, wanted: readonly Wanted[]): Uint32Array => {
  const found = new Uint32Array(block.size);
  let size = 0;
  for (let cell = 0; cell < block.size; cell += 1) {
    if (wanted.every(({ column, lets }) => lets[column.codes[cell] ?? 0] === 1)) {
      found[size] = cell;
      size += 1;
    }
  }
  return found.subarray(0, size);
};

const takeLatency = (from: LatencyColumn, cells: Uint32Array): LatencyColumn => {
  const offsets = new Uint32Array(cells.length + 1);
  for (const [at, cell] of cells.entries()) {
    const bins = (from.offsets[cell + 1] ?? 0) - (from.offsets[cell] ?? 0);
    offsets[at + 1] = (offsets[at] ?? 0) + bins;
  }
  const size = offsets[cells.length] ?? 0;
  const [bins, counts] = [new Uint8Array(size), new Float64Array(size)];
  for (const [at, cell] of cells.entries()) {
    const [first, end] = [from.offsets[cell] ?? 0, from.offsets[cell + 1] ?? 0];
    bins.set(from.bins.subarray(first, end), offsets[at]);
    counts.set(from.counts.subarray(first, end), offsets[at]);
  }
  return { offsets, bins, counts };
};

const takeCells = (block: CellBlock, cells: Uint32Array): CellBlock => {
  const { start, labels, sums, wide, latency } = block;
  const places = wide.length > 0 ? new Map(Array.from(cells, (cell, at) => [cell, at])) : undefined;
  return {
    start,
    size: cells.length,
    labels: Object.fromEntries(
      usageDimensions.map((dimension) => {
        const { values, codes } = labels[dimension];
        return [dimension, { values, codes: cells.map((cell) => codes[cell] ?? 0) }];
      }),
    ) as CellBlock["labels"],
    sums: Object.fromEntries(
      counters.flatMap((counter) => {
        const column = sums[counter];
        return column ? [[counter, Float64Array.from(cells, (cell) => column[cell] ?? 0)]] : [];
      }),
    ),
    wide: wide.flatMap((sum) => {
      const cell = places?.get(sum.cell);
      return cell === undefined ? [] : [{ ...sum, cell }];
    }),
    latency: takeLatency(latency, cells),
  };
};

/** The cells whose dimensions match every filter that is given; without any, all. */
export const selectCells = (
  blocks: readonly CellBlock[],
  query: DimensionQuery,
): readonly CellBlock[] =>
  blocks.flatMap((block) => {
    const wanted = wantedOf(block, query);
    if (wanted.length === 0) return [block];
    const cells = matching(block, wanted);
    if (cells.length === block.size) return [block];
    return cells.length === 0 ? [] : [takeCells(block, cells)];
  });
