/** Chance that can be repeated: everything drawn follows from the seed alone. */
export type Random = {
  /** A whole number of `[from, to]`. */
  readonly whole: (from: number, to: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  /** A copy in another order. */
  readonly shuffle: <T>(list: readonly T[]) => T[];
};

/** FNV-1a, 32 bits: names become seeds. */
const hashOf = (name: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
};

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, numbers of `[0, 1)`. */
const mulberry32 = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** @param name - what is drawn for: another name is another, independent series. */
export const createRandom = (name: string): Random => {
  const next = mulberry32(hashOf(name));
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    whole,
    chance: (share) => next() < share,
    pick: <T>(list: readonly T[]): T => {
      if (list.length === 0) throw new Error("there is nothing to pick from: the list is empty");
      return list[whole(0, list.length - 1)] as T;
    },
    shuffle: (list) => {
      const mixed = [...list];
      for (let at = mixed.length - 1; at > 0; at--) {
        const other = whole(0, at);
        [mixed[at], mixed[other]] = [mixed[other] as never, mixed[at] as never];
      }
      return mixed;
    },
  };
};
