import { WordList } from "../../../../core/routing/reading/word-list";

/** Hashes as scattered as FNV's. */
const hashAt = (place: number): number => Math.imul(place + 1, 0x9e37_79b1);
const filled = (words: number): WordList => {
  const list = new WordList(new Uint8Array(1 << 12));
  for (let place = 0; place < words; place++) list.add(hashAt(place));
  return list;
};

describe("the words that training has met", () => {
  test("are all known again", () => {
    const list = filled(5_000);
    for (let place = 0; place < 5_000; place++) expect(list.has(hashAt(place))).toBe(true);
  });

  test("let strangers pass as often as they say", () => {
    const bits = new Uint8Array(1 << 12);
    const adding = new WordList(bits);
    for (let place = 0; place < 8_000; place++) adding.add(hashAt(place));
    const list = new WordList(bits);
    const strangers = Array.from({ length: 20_000 }, (_, at) => hashAt(1_000_000 + at));
    const passed = strangers.filter((hash) => list.has(hash)).length / strangers.length;
    expect(list.passing).toBeGreaterThan(0.1);
    expect(Math.abs(passed - list.passing)).toBeLessThan(0.05);
  });

  test("are none at first", () => {
    const list = filled(0);
    expect(list.passing).toBe(0);
    expect(list.has(hashAt(1))).toBe(false);
  });
});
