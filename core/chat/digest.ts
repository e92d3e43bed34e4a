/** Of each text so much at its head and at its tail counts, and its length: long texts cost no more. */
const endLength = 1_024;

const prime = 0x01000193;
const offsets = [0x811c9dc5, 0x9e3779b9] as const;

/** Spreads a lane's bits: FNV alone leaves the last characters in the low ones (MurmurHash3's end). */
const spread = (lane: number): number => {
  let bits = lane;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
};

const hex = (lane: number): string => spread(lane).toString(16).padStart(8, "0");

/**
 * A digest of texts in their order: 64 bits as 16 hexadecimal digits, two lanes of FNV-1a over
 * UTF-16 units. Texts can't be read back from it. It tells apart what one organization says by
 * chance, not what somebody makes to collide.
 */
export const digestOf = (texts: Iterable<string>): string => {
  let first: number = offsets[0];
  let second: number = offsets[1];
  const add = (unit: number): void => {
    first = Math.imul(first ^ unit, prime);
    // Unlike the first lane's, this one's carry moves downward, so that the two do not fail together.
    second = Math.imul((second ^ unit) + (second >>> 15), prime);
  };
  const addRange = (text: string, from: number, to: number): void => {
    for (let at = from; at < to; at += 1) add(text.charCodeAt(at));
  };
  for (const text of texts) {
    const { length } = text;
    // Lengths keep ["ab", "c"] and ["a", "bc"] apart.
    add(length & 0xffff);
    add(length >>> 16);
    const head = Math.min(length, endLength);
    addRange(text, 0, head);
    addRange(text, Math.max(head, length - endLength), length);
  }
  return hex(first) + hex(second);
};
