import fc from "fast-check";
import { perMille, storable } from "../../../core/routing/storable-classification";
import { tasks } from "../../../core/routing/task";

const chances = fc
  .array(fc.double({ min: 0.000_001, max: 1, noNaN: true }), {
    minLength: tasks.length,
    maxLength: tasks.length,
  })
  .map((all) => {
    const sum = all.reduce((a, b) => a + b, 0);
    return all.map((one) => one / sum);
  });

const said = { task: "code", confidence: 0.7, difficulty: 0.3, by: "test" } as const;

describe("a classification as it can be recorded", () => {
  test("has whole per mille that add up to a thousand, none more than one off", () => {
    fc.assert(
      fc.property(chances, (all) => {
        const whole = perMille(all);
        expect(whole.reduce((a, b) => a + b, 0)).toBe(1_000);
        whole.forEach((share, place) => {
          expect(Number.isInteger(share)).toBe(true);
          expect(Math.abs(share - (all[place] ?? 0) * 1_000)).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  test("stays as it is once it went through JSON and back", () => {
    const shifts = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { maxLength: 9 });
    fc.assert(
      fc.property(chances, shifts, (all, moved) => {
        const once = storable({ ...said, chances: all, shifts: moved });
        const whole = perMille(once.chances ?? []);
        expect(whole.map((share) => share / 1_000)).toEqual(once.chances);
        expect(storable(once)).toEqual(once);
        expect(JSON.parse(JSON.stringify(once))).toEqual(once);
      }),
    );
  });

  test("without chances is the same object", () => {
    expect(storable(said)).toBe(said);
  });
});
