import type { Histogram } from "../histogram";
import { type Counter, counters, totalsFrom, type UsageTotals } from "../totals";
import { type CellBlock, widest } from "./cell-block";

/** Sums of many groups under way. */
export type GroupedSums = {
  /** Adds every cell to the group that stands at its place. */
  add(block: CellBlock, groupOf: Uint32Array): void;
  /** Adds all cells to one group. */
  addWhole(block: CellBlock, group: number): void;
  totals(group: number): UsageTotals;
};

const width = counters.length;
const noColumn = new Float64Array();

/**
 * Sums in doubles that spill into bigints before they could round: an addend and what it is added to
 * are below 2^52 each, so that every step is a safe integer.
 *
 * @param groups - how many; they are named from 0 on.
 */
export const createGroupedSums = (groups: number): GroupedSums => {
  const sums = new Float64Array(groups * width);
  const spilt = new Map<number, bigint>();
  const latency: (Map<number, number> | undefined)[] = Array.from({ length: groups });

  const spill = (place: number, value: bigint): void => {
    spilt.set(place, (spilt.get(place) ?? 0n) + value);
  };

  const addColumn = (column: Float64Array, groupOf: Uint32Array, counter: number): void => {
    for (let cell = 0; cell < column.length; cell += 1) {
      const place = (groupOf[cell] ?? 0) * width + counter;
      const sum = (sums[place] ?? 0) + (column[cell] ?? 0);
      if (sum > widest || sum < -widest) {
        spill(place, BigInt(sum));
        sums[place] = 0;
      } else sums[place] = sum;
    }
  };

  const addLatency = ({ latency: added, size }: CellBlock, groupOf: Uint32Array): void => {
    const { offsets, bins, counts } = added;
    for (let cell = 0; cell < size; cell += 1) {
      const group = groupOf[cell] ?? 0;
      const histogram = latency[group] ?? new Map<number, number>();
      latency[group] = histogram;
      const end = offsets[cell + 1] ?? 0;
      for (let at = offsets[cell] ?? 0; at < end; at += 1) {
        const bin = bins[at] ?? 0;
        histogram.set(bin, (histogram.get(bin) ?? 0) + (counts[at] ?? 0));
      }
    }
  };

  const add = (block: CellBlock, groupOf: Uint32Array): void => {
    for (const [place, counter] of counters.entries()) {
      addColumn(block.sums[counter] ?? noColumn, groupOf, place);
    }
    for (const { counter, cell, value } of block.wide) {
      spill((groupOf[cell] ?? 0) * width + counters.indexOf(counter), value);
    }
    addLatency(block, groupOf);
  };

  const sumOf = (group: number, counter: Counter): bigint => {
    const place = group * width + counters.indexOf(counter);
    return BigInt(sums[place] ?? 0) + (spilt.get(place) ?? 0n);
  };

  const histogramOf = (group: number): Histogram => {
    const histogram = new Map<number, bigint>();
    latency[group]?.forEach((count, bin) => void histogram.set(bin, BigInt(count)));
    return histogram;
  };

  return {
    add,
    addWhole: (block, group) => {
      add(block, new Uint32Array(block.size).fill(group));
    },
    totals: (group) => totalsFrom((counter) => sumOf(group, counter), histogramOf(group)),
  };
};

/** What all cells amount to. */
export const sumCells = (blocks: Iterable<CellBlock>): UsageTotals => {
  const sums = createGroupedSums(1);
  for (const block of blocks) sums.addWhole(block, 0);
  return sums.totals(0);
};
