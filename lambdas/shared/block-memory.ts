import type { CellBlock } from "../../core/usage/cells/cell-block";

type Blocks = readonly CellBlock[];

type Remembered = {
  /** How many requests there were before it was read. */
  readonly requests: number;
  readonly blocks: Promise<Blocks>;
  /** Of cells; known once read. */
  size: number;
};

/** Blocks by name, each as long as its hour or day has as many requests as when it was read. */
export type BlockMemory = {
  find(name: string, requests: number): Promise<Blocks> | undefined;
  /** What could not be read is forgotten. */
  keep(name: string, requests: number, blocks: Promise<Blocks>): Promise<Blocks>;
};

/** @param mostCells - kept, of some 150 bytes each; what was asked for least lately goes first. */
export const createBlockMemory = (mostCells: number): BlockMemory => {
  const memory = new Map<string, Remembered>();
  let size = 0;

  const drop = (name: string): void => {
    size -= memory.get(name)?.size ?? 0;
    memory.delete(name);
  };

  const grow = (one: Remembered, cells: number): void => {
    one.size = cells;
    size += cells;
    for (const name of memory.keys()) {
      if (size <= mostCells) return;
      drop(name);
    }
  };

  return {
    find(name, requests) {
      const known = memory.get(name);
      if (known?.requests !== requests) return undefined;
      // The map's order is that of use.
      memory.delete(name);
      memory.set(name, known);
      return known.blocks;
    },
    keep(name, requests, blocks) {
      drop(name);
      const one: Remembered = { requests, blocks, size: 0 };
      memory.set(name, one);
      blocks.then(
        (read) => {
          // A block of no cell takes some room as well.
          const cells = read.reduce((sum, block) => sum + block.size, 1);
          if (memory.get(name) === one) grow(one, cells);
        },
        () => {
          if (memory.get(name) === one) drop(name);
        },
      );
      return blocks;
    },
  };
};
