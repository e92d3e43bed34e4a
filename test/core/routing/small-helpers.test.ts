import fc from "fast-check";
import { editDistance } from "../../../core/routing/edit-distance";
import { smallest } from "../../../core/routing/smallest";

describe("small helpers", () => {
  test.each([
    ["same", "same", 0],
    ["form", "from", 1],
    ["gpt4o", "gpt-4o", 1],
    ["kitten", "sitting", 3],
    ["", "abc", 3],
  ])("from %s to %s it is %i edits", (from, to, edits) => {
    expect(editDistance(from, to, 5)).toBe(edits);
    expect(editDistance(to, from, 5)).toBe(edits);
  });

  test("beyond the limit the edits are not counted on", () => {
    expect(editDistance("kitten", "sitting", 2)).toBe(3);
    expect(editDistance("a", "abcdefgh", 2)).toBe(3);
  });

  test("the smallest few are what sorting would put first", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat({ max: 12 }), (numbers, count) => {
        const sorted = [...numbers].sort((a, b) => a - b).slice(0, count);
        expect(smallest(numbers, count, (a, b) => a - b)).toEqual(sorted);
      }),
    );
  });
});
