import fc from "fast-check";
import { digestOf } from "../../../core/chat/digest";

describe("a digest", () => {
  test("is 16 hexadecimal digits, and the same for the same texts", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        expect(digestOf(texts)).toMatch(/^[0-9a-f]{16}$/);
        expect(digestOf([...texts])).toBe(digestOf(texts));
      }),
    );
  });

  test.each([
    { name: "order", one: ["a", "b"], other: ["b", "a"] },
    { name: "where one text ends", one: ["ab", "c"], other: ["a", "bc"] },
    { name: "an empty text", one: ["a"], other: ["a", ""] },
    { name: "one letter of many", one: ["x".repeat(999)], other: [`${"x".repeat(998)}y`] },
    { name: "the length of the middle", one: ["x".repeat(9_000)], other: ["x".repeat(9_001)] },
  ])("tells $name apart", ({ one, other }) => {
    expect(digestOf(one)).not.toBe(digestOf(other));
  });

  test("collides with none of 200,000 texts that differ little, in either half", () => {
    const all = Array.from({ length: 200_000 }, (_, at) => digestOf([`conversation ${at}`]));
    expect(new Set(all).size).toBe(200_000);
    // 200,000 in 2^32: some 5 pairs are expected by chance, hundreds would mean a weak lane.
    for (const [from, to] of [
      [0, 8],
      [8, 16],
    ]) {
      expect(new Set(all.map((text) => text.slice(from, to))).size).toBeGreaterThan(199_900);
    }
  });
});
