/**
 * The buckets that a text's n-grams fall into, each once, with no allocation from one request to the
 * next: a bucket's stamp says whether this request has it already.
 */
export class GramSet {
  readonly buckets: Int32Array;
  readonly weights: Float32Array;
  size = 0;
  readonly stamps: Int32Array;
  readonly shift: number;
  stamp = 0;

  /**
   * @param bits - there are 2 to that many buckets.
   * @param most - how many are kept; the rest are dropped.
   */
  constructor(bits: number, most: number) {
    this.buckets = new Int32Array(most);
    this.weights = new Float32Array(most);
    this.stamps = new Int32Array(1 << bits);
    this.shift = 32 - bits;
  }

  clear(): void {
    this.size = 0;
    this.stamp++;
  }

  /** Adds the bucket of a hash; the first weight that it was added with stays. */
  add(hash: number, weight: number): void {
    // FNV's low bits say little of the last unit: the high bits of a product do.
    const bucket = Math.imul(hash ^ (hash >>> 15), 0x9e37_79b1) >>> this.shift;
    if (this.stamps[bucket] === this.stamp || this.size === this.buckets.length) return;
    this.stamps[bucket] = this.stamp;
    this.buckets[this.size] = bucket;
    this.weights[this.size++] = weight;
  }

  /** 1 / the length of the vector of weights, so that texts of all sizes weigh the same. */
  scale(): number {
    let squares = 0;
    for (let at = 0; at < this.size; at++) squares += (this.weights[at] as number) ** 2;
    return squares === 0 ? 0 : 1 / Math.sqrt(squares);
  }
}
