import { apgr, callsFor, levelsOf, recoveredGap } from "../../../training/eval/pair";

/** Of four prompts the strong model gains at the first and the third. */
const pair = {
  weak: Float64Array.of(0, 1, 0, 1),
  strong: Float64Array.of(1, 1, 1, 1),
};
const perfect = Float64Array.of(0.9, 0.1, 0.8, 0.2);
const inverse = perfect.map((gain) => -gain);
const blind = new Float64Array(4).fill(0.3);

describe("the average performance gap recovered", () => {
  test.each([
    // The curve is 0, ½, 1, 1, 1 over quarters of the calls.
    { name: "of a perfect ranking", gain: perfect, is: (0.25 + 0.75 + 1 + 1) / 4 },
    { name: "of the inverse ranking", gain: inverse, is: (0 + 0 + 0.25 + 0.75) / 4 },
    { name: "of no ranking is that of chance", gain: blind, is: 0.5 },
  ])("$name", ({ gain, is }) => {
    expect(apgr(pair, gain)).toBeCloseTo(is, 12);
  });

  test("counts a prompt at which the strong model is worse against it", () => {
    const worse = { weak: Float64Array.of(0, 1, 0), strong: Float64Array.of(1, 0, 1) };
    expect([...recoveredGap(worse, levelsOf(Float64Array.of(3, 2, 1)))]).toEqual([0, 1, 0, 1]);
  });

  test("takes scores of any scale", () => {
    const tenfold = { weak: pair.weak.map((x) => 10 * x), strong: pair.strong.map((x) => 10 * x) };
    expect(apgr(tenfold, perfect)).toBeCloseTo(apgr(pair, perfect), 12);
  });
});

describe("the calls that recover a share of the gap", () => {
  test.each([
    { name: "half of it, ranked perfectly", gain: perfect, share: 0.5, is: 0.25 },
    { name: "80% of it, ranked perfectly", gain: perfect, share: 0.8, is: 0.5 },
    { name: "half of it, ranked inversely", gain: inverse, share: 0.5, is: 0.75 },
    { name: "80% of it, not ranked", gain: blind, share: 0.8, is: 1 },
    { name: "half of it, not ranked", gain: blind, share: 0.5, is: 0.5 },
  ])("$name", ({ gain, share, is }) => {
    expect(callsFor(pair, gain, share)).toBe(is);
  });
});

test("prompts of equal gain share what they recover alike", () => {
  const tied = Float64Array.of(0.9, 0.9, 0.2, 0.1);
  expect([...recoveredGap(pair, levelsOf(tied))]).toEqual([0, 0.25, 0.5, 1, 1]);
});

test("a sample counts each prompt as often as it names it", () => {
  const curve = recoveredGap(pair, levelsOf(perfect), Int32Array.of(0, 0, 1, 3));
  expect([...curve]).toEqual([0, 0.5, 1, 1, 1]);
});
