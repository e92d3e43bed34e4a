const low = 0x80;
/** A number below 2^53 in sevens of bits. */
const mostBytes = 8;

/** Whole numbers one after the other, small ones in fewer bytes: seven bits each, the lowest first. */
export type NumberWriter = {
  /** @param value - from 0 to 2^53. */
  add(value: number): void;
  bytes(): Uint8Array;
};

export const createNumberWriter = (): NumberWriter => {
  let buffer = new Uint8Array(4_096);
  let length = 0;
  return {
    add(value) {
      if (length + mostBytes > buffer.length) {
        const larger = new Uint8Array(buffer.length * 2);
        larger.set(buffer);
        buffer = larger;
      }
      let rest = value;
      while (rest >= low) {
        buffer[length] = (rest % low) + low;
        length += 1;
        rest = Math.floor(rest / low);
      }
      buffer[length] = rest;
      length += 1;
    },
    bytes: () => buffer.slice(0, length),
  };
};

/** Reads what a writer wrote; after the end it reads zeros. */
export const createNumberReader = (bytes: Uint8Array): (() => number) => {
  let at = 0;
  return () => {
    let value = 0;
    for (let scale = 1; ; scale *= low) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte % low) * scale;
      if (byte < low) return value;
    }
  };
};

/** Small numbers of either sign as small ones without: 0, -1, 1, -2, 2 … */
export const unsigned = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

export const signed = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);
