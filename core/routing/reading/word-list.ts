const onesOf = (byte: number): number => {
  let ones = 0;
  for (let rest = byte; rest > 0; rest >>>= 1) ones += rest & 1;
  return ones;
};

/** Which words training has met, as a Bloom filter of one hash: a few strangers pass as known. */
export class WordList {
  readonly #bits: Uint8Array;
  /** Of words that training has not met, this share passes as known: 0 to 1. */
  readonly passing: number;
  readonly #shift: number;

  /** @param bits - a power of two of them, eight a byte. */
  constructor(bits: Uint8Array) {
    this.#bits = bits;
    this.#shift = 32 - Math.log2(bits.length * 8);
    this.passing = bits.reduce((sum, byte) => sum + onesOf(byte), 0) / (bits.length * 8);
  }

  has(hash: number): boolean {
    const place = this.#placeOf(hash);
    return ((this.#bits[place >>> 3] as number) & (1 << (place & 7))) !== 0;
  }

  add(hash: number): void {
    const place = this.#placeOf(hash);
    (this.#bits[place >>> 3] as number) |= 1 << (place & 7);
  }

  #placeOf(hash: number): number {
    return Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35) >>> this.#shift;
  }
}
