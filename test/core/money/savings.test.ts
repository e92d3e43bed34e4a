import fc from "fast-check";
import type { PicoUsd } from "../../../core/money/amounts";
import { savedOf } from "../../../core/money/savings";

const pico = (n: number) => n as PicoUsd;

describe("savedOf", () => {
  test.each([
    { name: "a cheaper model saves the difference", reference: 100, cost: 30, saved: 70 },
    { name: "a dearer model saves less than nothing", reference: 30, cost: 100, saved: -70 },
    { name: "the model itself saves nothing", reference: 42, cost: 42, saved: 0 },
    { name: "a free model saves all of it", reference: 42, cost: 0, saved: 42 },
    { name: "a free reference makes every cost a loss", reference: 0, cost: 42, saved: -42 },
  ])("$name", ({ reference, cost, saved }) => {
    expect(savedOf(pico(reference), pico(cost))).toBe(saved);
  });

  test("an unpriced reference leaves the saving unknown, not 0", () => {
    expect(savedOf(null, pico(5))).toBeNull();
  });

  test("an unpriced cost leaves the saving unknown, not the whole reference", () => {
    expect(savedOf(pico(5), null)).toBeNull();
  });

  test("cost and saving always add up to the reference", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (reference, cost) => {
        expect(cost + (savedOf(pico(reference), pico(cost)) ?? Number.NaN)).toBe(reference);
      }),
    );
  });
});
