import { digestOf } from "../../core/chat/digest";
import { randomFrom } from "../../training/random-order";

/** Numbers and choices that are the same for the same words. */
export type Chance = {
  /** In [0, 1). */
  next(): number;
  /** True so often. */
  happens(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** One of them, each as often as its weight says. */
  weighted<T extends { readonly weight: number }>(from: readonly T[]): T;
  /** Around the median, never below 0; a spread of 0.5 doubles or halves in about every sixth case. */
  around(median: number, spread: number): number;
};

/** @param words - what is decided, such as a seed, a day and a number. */
export const chanceOf = (...words: readonly (string | number)[]): Chance => {
  const next = randomFrom(Number.parseInt(digestOf(words.map(String)).slice(0, 8), 16));
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(next() * from.length)];
    if (found === undefined) throw new RangeError("there is nothing to pick from");
    return found;
  };
  return {
    next,
    happens: (share) => next() < share,
    pick,
    weighted: (from) => {
      let left = next() * from.reduce((sum, { weight }) => sum + weight, 0);
      for (const one of from) {
        left -= one.weight;
        if (left < 0) return one;
      }
      return pick(from);
    },
    around: (median, spread) => {
      // Twelve evenly spread numbers add up to a bell of deviation 1 (Irwin-Hall).
      const bell = Array.from({ length: 12 }, next).reduce((sum, n) => sum + n, -6);
      return median * Math.exp(bell * spread);
    },
  };
};
