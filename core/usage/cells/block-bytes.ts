import * as z from "zod";
import { usageDimensions } from "../../contract/usage";
import { type Counter, counters } from "../totals";
import type { CellBlock, LatencyColumn } from "./cell-block";
import { createNumberReader, createNumberWriter, signed, unsigned } from "./number-bytes";

const values = z.array(z.string().nullable());

const headSchema = z.object({
  version: z.literal(1),
  blocks: z.array(
    z.object({
      start: z.int(),
      size: z.int().nonnegative(),
      values: z.object({
        customer: values,
        feature: values,
        model: values,
        provider: values,
        key: values,
        task: values,
      }),
      /** Those that have a column, in the columns' order. */
      counters: z.array(z.enum(counters)),
      wide: z.array(
        z.tuple([z.enum(counters), z.int().nonnegative(), z.string().regex(/^-?\d+$/)]),
      ),
    }),
  ),
});

type BlockHead = z.infer<typeof headSchema>["blocks"][number];

const columnsOf = ({ sums }: CellBlock): readonly Counter[] =>
  counters.filter((counter) => sums[counter] !== undefined);

const headOf = (block: CellBlock): BlockHead => ({
  start: block.start,
  size: block.size,
  values: Object.fromEntries(
    usageDimensions.map((dimension) => [dimension, [...block.labels[dimension].values]]),
  ) as BlockHead["values"],
  counters: [...columnsOf(block)],
  wide: block.wide.map(({ counter, cell, value }) => [counter, cell, String(value)]),
});

const writeBlock = (block: CellBlock, add: (value: number) => void): void => {
  for (const dimension of usageDimensions) block.labels[dimension].codes.forEach(add);
  for (const counter of columnsOf(block)) {
    block.sums[counter]?.forEach((value) => {
      add(unsigned(value));
    });
  }
  const { offsets, bins, counts } = block.latency;
  for (let cell = 0; cell < block.size; cell += 1) {
    add((offsets[cell + 1] ?? 0) - (offsets[cell] ?? 0));
  }
  bins.forEach(add);
  counts.forEach(add);
};

const readColumn = (size: number, next: () => number): Float64Array => {
  const column = new Float64Array(size);
  for (let cell = 0; cell < size; cell += 1) column[cell] = signed(next());
  return column;
};

const readLatency = (size: number, next: () => number): LatencyColumn => {
  const offsets = new Uint32Array(size + 1);
  for (let cell = 0; cell < size; cell += 1) offsets[cell + 1] = (offsets[cell] ?? 0) + next();
  const all = offsets[size] ?? 0;
  return {
    offsets,
    bins: new Uint8Array(all).map(next),
    counts: new Float64Array(all).map(next),
  };
};

const readBlock = (head: BlockHead, next: () => number): CellBlock => ({
  start: head.start,
  size: head.size,
  labels: Object.fromEntries(
    usageDimensions.map((dimension) => [
      dimension,
      { values: head.values[dimension], codes: new Uint32Array(head.size).map(next) },
    ]),
  ) as unknown as CellBlock["labels"],
  sums: Object.fromEntries(head.counters.map((counter) => [counter, readColumn(head.size, next)])),
  wide: head.wide.map(([counter, cell, digits]) => ({ counter, cell, value: BigInt(digits) })),
  latency: readLatency(head.size, next),
});

/** Blocks as bytes, all of them numbers: the head as the units of a JSON text, then column after column. */
export const toBytes = (blocks: readonly CellBlock[]): Uint8Array => {
  const head = JSON.stringify({ version: 1, blocks: blocks.map(headOf) });
  const { add, bytes } = createNumberWriter();
  add(head.length);
  for (let at = 0; at < head.length; at += 1) add(head.charCodeAt(at));
  for (const block of blocks) writeBlock(block, add);
  return bytes();
};

/** @throws where the bytes are none of ours. */
export const fromBytes = (bytes: Uint8Array): readonly CellBlock[] => {
  const next = createNumberReader(bytes);
  const length = next();
  if (length > bytes.length) throw new RangeError(`a head of ${length} units is none of ours`);
  const head = Array.from({ length }, () => String.fromCharCode(next())).join("");
  return headSchema.parse(JSON.parse(head)).blocks.map((block) => readBlock(block, next));
};
