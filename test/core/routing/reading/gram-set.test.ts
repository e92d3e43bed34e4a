import fc from "fast-check";
import { GramSet } from "../../../../core/routing/reading/gram-set";

const bucketsOf = (grams: GramSet): readonly number[] => [...grams.buckets.subarray(0, grams.size)];
const hash = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

describe("a set of n-grams", () => {
  test("holds each bucket once, with the weight that it was added with first", () => {
    const grams = new GramSet(12, 100);
    grams.clear();
    grams.add(42, 1);
    grams.add(7, 0.5);
    grams.add(42, 0.25);
    expect(grams.size).toBe(2);
    expect([...grams.weights.subarray(0, 2)]).toEqual([1, 0.5]);
  });

  test("holds the same for the same n-grams, whatever was in it before", () => {
    const used = new GramSet(8, 64);
    fc.assert(
      fc.property(fc.array(hash, { maxLength: 200 }), (hashes) => {
        const fresh = new GramSet(8, 64);
        for (const grams of [fresh, used]) {
          grams.clear();
          for (const one of hashes) grams.add(one, 1);
        }
        expect(bucketsOf(used)).toEqual(bucketsOf(fresh));
        expect(new Set(bucketsOf(used)).size).toBe(used.size);
        for (const bucket of bucketsOf(used)) expect(bucket >= 0 && bucket < 256).toBe(true);
      }),
    );
  });

  test("is empty for each of many requests until something is added", () => {
    const grams = new GramSet(6, 64);
    for (let request = 0; request < 100_000; request++) {
      grams.clear();
      grams.add(1, 1);
      if (grams.size !== 1) throw new Error(`request ${request} began with a bucket taken`);
    }
  });

  test("drops what is too much, and keeps what came first", () => {
    const grams = new GramSet(16, 10);
    grams.clear();
    for (let one = 0; one < 1_000; one++) grams.add(one * 7_919, 1);
    const first = bucketsOf(grams);
    expect(grams.size).toBe(10);
    grams.add(-1, 1);
    expect(bucketsOf(grams)).toEqual(first);
  });

  test("spreads hashes that are alike over its buckets", () => {
    const grams = new GramSet(10, 1 << 10);
    grams.clear();
    for (let one = 0; one < 1_024; one++) grams.add(one, 1);
    // Of as many buckets as there are hashes, chance leaves 37% empty.
    expect(grams.size).toBeGreaterThan(600);
  });

  test("scales what it holds to length 1, and nothing to nothing", () => {
    const grams = new GramSet(12, 100);
    grams.clear();
    expect(grams.scale()).toBe(0);
    for (const one of [11, 22, 33, 44]) grams.add(one, 0.5);
    expect(grams.size).toBe(4);
    expect(grams.scale()).toBeCloseTo(1, 6);
  });
});
