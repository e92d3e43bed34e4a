import fc from "fast-check";
import { median, quantile } from "../../bench/measure/statistics";

describe("quantile", () => {
  test.each([
    {
      name: "the median of an odd number is the middle one",
      samples: [3, 1, 2],
      share: 0.5,
      is: 2,
    },
    {
      name: "the median of an even number is the lower one",
      samples: [1, 2, 3, 4],
      share: 0.5,
      is: 2,
    },
    { name: "p99 of few samples is the largest", samples: [5, 9, 7], share: 0.99, is: 9 },
    { name: "the whole is the largest", samples: [5, 9, 7], share: 1, is: 9 },
    { name: "nothing is nothing known", samples: [], share: 0.5, is: Number.NaN },
  ])("$name", ({ samples, share, is }) => {
    expect(quantile(samples, share)).toBe(is);
  });

  test("p99 of 1 to 100 is 99", () => {
    expect(
      quantile(
        Array.from({ length: 100 }, (_, at) => at + 1),
        0.99,
      ),
    ).toBe(99);
  });

  test("at least that share of the samples is no larger, and of any smaller sample it is not so", () => {
    const samples = fc.array(fc.double({ noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(samples, fc.double({ min: 0.01, max: 1, noNaN: true }), (all, share) => {
        const found = quantile(all, share);
        const upTo = (limit: number) => all.filter((sample) => sample <= limit).length;
        const below = all.filter((sample) => sample < found);
        expect(upTo(found)).toBeGreaterThanOrEqual(share * all.length);
        for (const smaller of below) expect(upTo(smaller)).toBeLessThan(share * all.length);
      }),
    );
  });
});

describe("median", () => {
  test.each([
    { name: "one round is its own median", values: [7], is: 7 },
    { name: "of three the middle one", values: [9, 1, 5], is: 5 },
    { name: "of four the mean of the middle two", values: [9, 1, 5, 7], is: 6 },
  ])("$name", ({ values, is }) => {
    expect(median(values)).toBe(is);
  });
});
