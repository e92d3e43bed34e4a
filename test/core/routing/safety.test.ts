import fc from "fast-check";
import { decideIn, worlds } from "./generated";
import { checkDecision } from "./safety-rules";

describe("whatever the catalog, the keys and the request", () => {
  test("nothing is chosen or fallen back to that can't take the request, and nothing throws", () => {
    const seen = { routed: 0, pinned: 0, refused: 0 };
    fc.assert(
      fc.property(worlds, (world) => {
        const decision = decideIn(world);
        seen[decision.kind]++;
        checkDecision(world, decision);
      }),
      { numRuns: 20_000 },
    );
    // The property would say little if hardly anything were ever routed.
    expect(seen.routed).toBeGreaterThan(1_500);
    expect(seen.pinned).toBeGreaterThan(300);
  }, 180_000);

  test("mode off never routes", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const decision = decideIn({ ...world, input: { ...world.input, mode: "off" } });
        expect(decision.kind).not.toBe("routed");
      }),
      { numRuns: 2_000 },
    );
  });

  test("the same request gets the same decision, whatever the order of the catalog", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const decision = decideIn(world);
        expect(decideIn(world)).toEqual(decision);
        const turned = decideIn({ ...world, offers: [...world.offers].reverse() });
        expect(turned).toEqual(decision);
      }),
      { numRuns: 2_000 },
    );
  });
});
