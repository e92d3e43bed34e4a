import type { PicoUsd } from "../../../core/money/amounts";
import { addCharges, type Charge } from "../../../core/usage/charge";
import { buckets } from "../money/cards";

const charge = (more: Partial<Charge>): Charge => ({
  tokens: buckets({ freshInput: 10, visibleOutput: 1 }),
  tokensFrom: "provider",
  cost: 5 as PicoUsd,
  ...more,
});

describe("two answers billed together", () => {
  test("their units add up, kind by kind", () => {
    const both = addCharges(
      charge({ units: { "web-search": 2 } }),
      charge({ units: { "web-search": 1, "file-search": 3 } }),
    );
    expect(both.units).toEqual({ "web-search": 3, "file-search": 3 });
  });

  test("one that counted none adds none", () => {
    expect(addCharges(charge({ units: { request: 1 } }), charge({})).units).toEqual({ request: 1 });
    expect(addCharges(charge({}), charge({ units: { request: 1 } })).units).toEqual({ request: 1 });
    expect(addCharges(charge({}), charge({}))).not.toHaveProperty("units");
  });

  test("the service tier is that of the answer that was given", () => {
    const flex = charge({ serviceTier: "flex" });
    expect(addCharges(flex, charge({})).serviceTier).toBe("flex");
    expect(addCharges(charge({}), flex)).not.toHaveProperty("serviceTier");
  });

  test("they are unpriced where either is", () => {
    expect(addCharges(charge({}), charge({ cost: null })).cost).toBeNull();
    expect(addCharges(charge({}), charge({})).cost).toBe(10);
  });
});
