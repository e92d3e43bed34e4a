import { createRandom } from "../../../training/examples/random";

const draw = (name: string): number[] => {
  const random = createRandom(name);
  return Array.from({ length: 2_000 }, () => random.whole(1, 6));
};

describe("chance that can be repeated", () => {
  it("is the same for the same name, and another for another", () => {
    expect(draw("en/code")).toEqual(draw("en/code"));
    expect(draw("en/code")).not.toEqual(draw("en/math"));
  });

  it("is even, and stays within its bounds", () => {
    const throws = draw("dice");
    for (let side = 1; side <= 6; side++) {
      const count = throws.filter((thrown) => thrown === side).length;
      // 333 of 2,000 are expected; six standard deviations are 100.
      expect(Math.abs(count - 2_000 / 6)).toBeLessThan(100);
    }
    expect(throws.every((thrown) => thrown >= 1 && thrown <= 6)).toBe(true);
  });

  it("shuffles without losing or doubling anything, and leaves the list as it was", () => {
    const list = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const mixed = createRandom("cards").shuffle(list);
    expect(mixed).not.toEqual(list);
    expect([...mixed].sort()).toEqual(list);
    expect(list).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it("says that there is nothing to pick from an empty list", () => {
    expect(() => createRandom("none").pick([])).toThrow("the list is empty");
  });
});
