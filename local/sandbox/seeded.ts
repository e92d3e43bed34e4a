/** Choices that only a seed decides: the same seed makes the same choices in the same order. */
export type Dice = {
  /** A number in [0, 1). */
  readonly roll: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
  /** Dice of their own for a part, so that more choices in one part leave the others alone. */
  readonly fork: (label: string) => Dice;
};

/** FNV-1a over UTF-16 units: 32 bits, unsigned. */
const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return value >>> 0;
};

/** Mulberry32, seeded by a text. */
export const seededDice = (seed: string): Dice => {
  let state = hash(seed);
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) =>
    Math.min(most, least + Math.floor(roll() * (most - least + 1)));
  return {
    roll,
    between,
    pick: (list) => list[between(0, list.length - 1)] ?? list[0],
    fork: (label) => seededDice(`${seed}/${label}`),
  };
};
