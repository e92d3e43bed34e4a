import fc from "fast-check";
import { perMille, storable } from "../../../core/routing/storable-classification";
import { classificationArbitrary } from "./generated-classification";

describe("a classification as it can be recorded", () => {
  test("has whole per mille that add up to a thousand, none more than one off", () => {
    fc.assert(
      fc.property(classificationArbitrary, ({ chances: all }) => {
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
    fc.assert(
      fc.property(classificationArbitrary, (said) => {
        const once = storable(said);
        const whole = perMille(once.chances);
        expect(whole.map((share) => share / 1_000)).toEqual(once.chances);
        expect(storable(once)).toEqual(once);
        expect(JSON.parse(JSON.stringify(once))).toEqual(once);
      }),
    );
  });

  test("says what the classifier said, but for the last decimals", () => {
    fc.assert(
      fc.property(classificationArbitrary, (said) => {
        const { chances, shifts, unsure, ...rest } = storable(said);
        expect(said).toMatchObject(rest);
        expect(chances).toHaveLength(said.chances.length);
        shifts.forEach((shift, at) => {
          expect(Math.abs(shift - (said.shifts[at] ?? 9))).toBeLessThanOrEqual(0.000_051);
        });
        expect(Math.abs(unsure - said.unsure)).toBeLessThanOrEqual(0.000_051);
      }),
    );
  });
});
