import fc from "fast-check";
import { offerName } from "../../../../core/catalog/offer";
import type { PicoUsd } from "../../../../core/money/amounts";
import { planCascade } from "../../../../core/routing/cascade/plan-cascade";
import { prepareOffer } from "../../../../core/routing/prepared-offer";
import type { Fit } from "../../../../core/routing/weigh";
import { classified } from "../classified";
import { decide, orderOf, verdictOn } from "../deciding";
import { decideIn, worlds } from "../generated";
import { offer } from "../offers";

const fitting = (id: string, quality: number, cost: number): Fit => ({
  prepared: prepareOffer(offer("openai", id)),
  quality,
  cost: cost as PicoUsd,
});
const reference = fitting("best", 0.9, 1_000);
const firstOf = (...fits: Fit[]) => {
  const plan = planCascade([reference, ...fits], reference);
  return plan.kind === "first" ? plan.first.id : plan.why;
};

describe("the first model of a cascade", () => {
  test("is the one by which both calls together are expected to cost least", () => {
    expect(firstOf(fitting("small", 0.8, 100), fitting("mid", 0.88, 400))).toBe("small");
    expect(firstOf(fitting("small", 0.73, 100), fitting("mid", 0.88, 150))).toBe("mid");
    expect(firstOf(fitting("dear", 0.88, 300), fitting("cheap", 0.88, 100))).toBe("cheap");
  });

  test("is at least 80% as good as the reference, and right more often than not", () => {
    expect(firstOf(fitting("poor", 0.71, 1))).toBe("off-no-cheaper");
    expect(firstOf(fitting("fair", 0.73, 1))).toBe("fair");
    const weak = fitting("weak-best", 0.5, 1_000);
    expect(planCascade([weak, fitting("weaker", 0.45, 1)], weak).kind).toBe("off");
  });

  test("is never the reference, nor the same model at another provider", () => {
    const elsewhere = {
      ...fitting("best", 0.9, 10),
      prepared: prepareOffer(offer("groq", "best")),
    };
    expect(firstOf()).toBe("off-no-cheaper");
    expect(firstOf(elsewhere)).toBe("off-no-cheaper");
  });

  test("is not tried where that would cost as much as the reference alone", () => {
    expect(firstOf(fitting("small", 0.75, 749))).toBe("small");
    expect(firstOf(fitting("small", 0.75, 751))).toBe("off-not-worth-it");
  });

  test("is not tried where there is nothing to escalate to", () => {
    const plan = planCascade([fitting("small", 0.9, 1)], reference);
    expect(plan).toEqual({ kind: "off", why: "off-no-reference" });
  });

  test("is cheaper than the reference in expectation, whatever there is to choose from", () => {
    const fits = fc.array(
      fc.tuple(
        fc.constantFrom("a", "b", "c", "best"),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(2_000),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(fits, fc.nat(7), (made, place) => {
        const all = made.map(([id, quality, cost]) => fitting(id, quality, cost));
        const best = all[place % Math.max(1, all.length)] ?? reference;
        const plan = planCascade(all, best);
        if (plan.kind === "off") return;
        const first = all.find(({ prepared }) => prepared.offer === plan.first);
        if (first === undefined) throw new Error("the first is none of those that fit");
        expect(first.prepared.offer.id).not.toBe(best.prepared.offer.id);
        expect(first.cost + plan.escalation * best.cost).toBeLessThan(best.cost);
        expect(first.quality).toBeGreaterThanOrEqual(0.8 * best.quality);
      }),
    );
  });
});

describe("a decision", () => {
  const offers = [
    offer("openai", "large", { score: 60, price: [10, 40] }),
    offer("openai", "mid", { score: 56, price: [3, 12] }),
    offer("openai", "small", { score: 40, price: [0.1, 0.4] }),
  ];
  /** Below the bar of quality, above what a cascade may try: at this shift the small one keeps
   * 90% of the best that would stand in, and 81% of the best as asked for. */
  const classification = classified("code", -2);

  test.each(["auto", "large"])(
    "for %s may try first what lies below the bar of its mode",
    (model) => {
      const question = { offers, model, classification, mode: "quality" as const };
      const plain = decide(question);
      const cascaded = decide({ ...question, cascade: true });
      expect(orderOf(cascaded)).toEqual(orderOf(plain));
      expect(orderOf(plain)).not.toContain("openai/small");
      if (cascaded.kind !== "routed" || cascaded.cascade?.kind !== "first") {
        throw new Error("no cascade was planned");
      }
      expect(offerName(cascaded.cascade.first)).toBe("openai/small");
      expect(plain).not.toHaveProperty("cascade");
    },
  );

  test("without a key for the model named has nothing to escalate to", () => {
    const named = offer("anthropic", "named", { score: 60, price: [10, 40] });
    const decision = decide({
      offers: [...offers, named],
      keys: ["openai"],
      model: "named",
      cascade: true,
    });
    expect(decision).toMatchObject({ cascade: { kind: "off", why: "off-no-reference" } });
  });
});

test("asking for a cascade changes nothing else of a decision, and tries nothing that was ruled out", () => {
  let planned = 0;
  const allowed = ["chosen", "dearer-than-chosen", "cheaper-but-cold", "below-bar", undefined];
  fc.assert(
    fc.property(worlds, (world) => {
      const plain = decideIn(world);
      const asked = decideIn({ ...world, input: { ...world.input, cascade: true } });
      const { cascade, ...rest } =
        asked.kind === "routed" ? asked : { ...asked, cascade: undefined };
      expect(rest).toEqual(plain);
      if (asked.kind !== "routed" || cascade?.kind !== "first") return;
      expect(allowed).toContain(verdictOn(asked, offerName(cascade.first)));
      expect(world.keys).toContain(cascade.first.provider);
      expect(cascade.first).not.toBe(asked.reference);
      planned += 1;
    }),
    { numRuns: 6_000 },
  );
  // It would say little if hardly any were planned.
  expect(planned).toBeGreaterThan(20);
});
