import fc from "fast-check";
import type { Classification } from "../../../core/routing/classification";
import { prepareOffer } from "../../../core/routing/prepared-offer";
import { observationBounds, type Prior } from "../../../core/routing/prior";
import { cautiousStandingOf, predictQuality, standingOf } from "../../../core/routing/quality";
import { tasks } from "../../../core/routing/task";
import { classified } from "./classified";
import { classificationArbitrary } from "./generated-classification";
import { offer } from "./offers";

const { least, most } = observationBounds;
const tiny = 1e-12;
const share = fc.double({ min: 0, max: 1, noNaN: true });
const prior: fc.Arbitrary<Prior> = fc.record({
  mean: share,
  observations: fc.integer({ min: least, max: most }),
});
const priors = fc.array(prior, { minLength: tasks.length, maxLength: tasks.length });
/** One belief for every task: a model that is as good at all of them. */
const everywhere = (mean: number, observations = 20): readonly Prior[] =>
  tasks.map(() => ({ mean, observations }));

const asked = (believed: readonly Prior[], said: Classification): number =>
  predictQuality(standingOf(believed), said, false);
const standingIn = (believed: readonly Prior[], said: Classification): number =>
  predictQuality(cautiousStandingOf(believed), said, true);

describe("predicted quality", () => {
  test("is a probability, whatever is believed and whatever is asked", () => {
    fc.assert(
      fc.property(priors, classificationArbitrary, (believed, said) => {
        for (const quality of [asked(believed, said), standingIn(believed, said)]) {
          expect(quality).toBeGreaterThan(0);
          expect(quality).toBeLessThan(1);
        }
      }),
    );
  });

  test("is what is believed, where the request is its task's usual one", () => {
    fc.assert(
      fc.property(priors, fc.constantFrom(...tasks), (believed, task) => {
        // Nobody is believed to fail or to succeed for sure.
        const mean = Math.min(0.995, Math.max(0.005, believed[tasks.indexOf(task)]?.mean ?? 0));
        expect(asked(believed, classified(task, 0))).toBeCloseTo(mean, 9);
      }),
    );
  });

  test("rises with what is believed of the model, where all models find it as hard", () => {
    const shift = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(classificationArbitrary, shift, share, share, (said, all, one, other) => {
        const alike = { ...said, shifts: [all, all, all] };
        const [worse, better] = [Math.min(one, other), Math.max(one, other)];
        const rises = (quality: typeof asked) =>
          quality(everywhere(better), alike) - quality(everywhere(worse), alike);
        expect(rises(asked)).toBeGreaterThanOrEqual(-tiny);
        expect(rises(standingIn)).toBeGreaterThanOrEqual(-tiny);
      }),
    );
  });

  test("rises with how easy the request is for models of its kind", () => {
    const easier = fc.tuple(...[0, 1, 2].map(() => fc.double({ min: 0, max: 3, noNaN: true })));
    fc.assert(
      fc.property(priors, classificationArbitrary, easier, (believed, said, by) => {
        const shifts = said.shifts.map((shift, at) => shift + (by[at] ?? 0));
        for (const quality of [asked, standingIn]) {
          const rise = quality(believed, { ...said, shifts }) - quality(believed, said);
          expect(rise).toBeGreaterThanOrEqual(-tiny);
        }
      }),
    );
  });

  test.each([
    { kind: "small", mean: 0.3, moves: [true, false, false] },
    { kind: "mid-size", mean: 2 / 3, moves: [true, true, false] },
    { kind: "large", mean: 0.95, moves: [false, false, true] },
  ])("of a $kind model goes by its kind's shifts alone", ({ mean, moves }) => {
    const plain = classified("code", 0);
    const moved = plain.shifts.map((_, kind) => {
      const shifts = plain.shifts.map((shift, at) => (at === kind ? shift + 1 : shift));
      return asked(everywhere(mean), { ...plain, shifts }) > asked(everywhere(mean), plain);
    });
    expect(moved).toEqual(moves);
  });

  test("of a model in between lies between what its neighbours' shifts would make of it", () => {
    fc.assert(
      fc.property(share, classificationArbitrary, (mean, said) => {
        const of = (shift: number) =>
          asked(everywhere(mean), { ...said, shifts: [shift, shift, shift] });
        const quality = asked(everywhere(mean), said);
        expect(quality).toBeGreaterThanOrEqual(of(Math.min(...said.shifts)) - tiny);
        expect(quality).toBeLessThanOrEqual(of(Math.max(...said.shifts)) + tiny);
      }),
    );
  });

  test("weighs tasks by their chances, and leaves out those that are hardly likely", () => {
    const chancesOf = (code: number) => tasks.map((task) => chanceOf(task, code));
    const chanceOf = (task: string, code: number) =>
      task === "code" ? code : task === "chat" ? 1 - code : 0;
    const coder = tasks.map((task) => ({ mean: task === "code" ? 0.9 : 0.2, observations: 20 }));
    const quality = (code: number) =>
      asked(coder, { ...classified("chat", 0), chances: chancesOf(code) });
    expect(quality(0.5)).toBeCloseTo(0.55, 9);
    expect(quality(0.25)).toBeCloseTo(0.375, 9);
    expect(quality(0.02)).toBeCloseTo(0.2, 9);
  });

  test.each(tasks)("%s: easy requests hardly tell models apart, hard ones do", (task) => {
    const [weak, strong] = [15, 55].map((score) => prepareOffer(offer("custom", "x", { score })));
    const ratio = (shift: number) => {
      const said = classified(task, shift);
      if (weak === undefined || strong === undefined) throw new Error("nothing was prepared");
      return asked(weak.beliefs().priors, said) / asked(strong.beliefs().priors, said);
    };
    expect(ratio(3)).toBeGreaterThan(0.95);
    expect(ratio(-3)).toBeLessThan(0.75);
  });
});

describe("a model in another's place", () => {
  test("is never above what is believed of it", () => {
    fc.assert(
      fc.property(priors, classificationArbitrary, (believed, said) => {
        expect(standingIn(believed, said)).toBeLessThanOrEqual(asked(believed, said) + tiny);
      }),
    );
  });

  test("counts for less, the less is known of it", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 0.95, noNaN: true }),
        fc.integer({ min: least, max: most - 1 }),
        classificationArbitrary,
        (mean, observations, said) => {
          const known = standingIn(everywhere(mean, observations + 1), said);
          expect(standingIn(everywhere(mean, observations), said)).toBeLessThan(known);
        },
      ),
    );
  });

  test("counts for less, the less sure the request is; the model asked for does not", () => {
    fc.assert(
      fc.property(priors, classificationArbitrary, share, (believed, said, doubt) => {
        const sure = { ...said, unsure: 0 };
        const unsure = { ...said, unsure: 0.01 + doubt * 0.99 };
        expect(standingIn(believed, unsure)).toBeLessThan(standingIn(believed, sure));
        expect(asked(believed, unsure)).toBe(asked(believed, sure));
      }),
    );
  });
});
