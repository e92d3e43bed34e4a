import type { UsageDimension } from "../../contract/usage";
import type { CellBlock } from "./cell-block";

/** Cells of several blocks by the values that they share. */
export type GroupCodes = {
  /** The value of each group, or the values, one a dimension; the empty text: untagged, or none. */
  readonly groups: readonly (readonly string[])[];
  /** For each block, the group of each of its cells. */
  readonly groupOf: readonly Uint32Array[];
};

const unset = 0xffff_ffff;

/** The dimension's values over all blocks, numbered as they are met. */
const codesOf = (blocks: readonly CellBlock[], dimension: UsageDimension): GroupCodes => {
  const numbers = new Map<string, number>();
  const groupOf = blocks.map(({ size, labels }) => {
    const { values, codes } = labels[dimension];
    const known = new Uint32Array(values.length).fill(unset);
    const groups = new Uint32Array(size);
    for (let cell = 0; cell < size; cell += 1) {
      const code = codes[cell] ?? 0;
      let group = known[code] ?? unset;
      if (group === unset) {
        const value = values[code] ?? "";
        group = numbers.get(value) ?? numbers.size;
        numbers.set(value, group);
        known[code] = group;
      }
      groups[cell] = group;
    }
    return groups;
  });
  return { groups: [...numbers.keys()].map((value) => [value]), groupOf };
};

/** Groups of groups: what differs in either is told apart. */
const combine = (a: GroupCodes, b: GroupCodes): GroupCodes => {
  const numbers = new Map<number, number>();
  const groups: (readonly string[])[] = [];
  const groupOf = a.groupOf.map((codes, block) =>
    codes.map((code, cell) => {
      const other = b.groupOf[block]?.[cell] ?? 0;
      const pair = code * b.groups.length + other;
      const known = numbers.get(pair);
      if (known !== undefined) return known;
      numbers.set(pair, groups.length);
      groups.push([...(a.groups[code] ?? []), ...(b.groups[other] ?? [])]);
      return groups.length - 1;
    }),
  );
  return { groups, groupOf };
};

/** The cells by what they have of each of some dimensions; a group that has no cell is none. */
export const groupCodes = (
  blocks: readonly CellBlock[],
  [first, ...others]: readonly [UsageDimension, ...UsageDimension[]],
): GroupCodes =>
  others.reduce(
    (groups, dimension) => combine(groups, codesOf(blocks, dimension)),
    codesOf(blocks, first),
  );
