/** Which words training has met, as a Bloom filter of one hash: a few strangers pass as known. */
export class WordList {
  readonly #bits: Uint8Array;
  readonly #shift: number;

  /** @param bits - a power of two of them, eight a byte. */
  constructor(bits: Uint8Array) {
    this.#bits = bits;
    this.#shift = 32 - Math.log2(bits.length * 8);
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
