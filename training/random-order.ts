/** Numbers from 0 to 1 that are the same for the same seed (mulberry32, Tommy Ettinger, 2017). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Puts the numbers into a random order, in place. */
export const shuffle = (numbers: Int32Array, random: () => number): void => {
  for (let at = numbers.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = numbers[at] as number;
    numbers[at] = numbers[other] as number;
    numbers[other] = kept;
  }
};
