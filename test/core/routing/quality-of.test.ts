import fc from "fast-check";
import { offerName } from "../../../core/catalog/offer";
import { type Feedback, leastVotes, mostShift, type Votes } from "../../../core/routing/feedback";
import { prepareOffer } from "../../../core/routing/prepared-offer";
import { qualityOf } from "../../../core/routing/quality-of";
import { tasks } from "../../../core/routing/task";
import { classified } from "./classified";
import { classificationArbitrary } from "./generated-classification";
import { offer } from "./offers";

const model = offer("custom", "model", { score: 30 });
const prepared = prepareOffer(model);
const name = offerName(model);
const usual = classified("code", 0);
const believed = prepared.beliefs().priors[tasks.indexOf("code")]?.mean ?? 0;

const quality = (feedback: Feedback | undefined, isStandIn = false, classification = usual) =>
  qualityOf(prepared, { classification, feedback }, isStandIn);
const saying = (said: Votes): Feedback => ({ [name]: { code: said } });
const votes = fc.record({
  votes: fc.integer({ min: 0, max: 100_000 }),
  mean: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe("the quality of an offer, with what its callers say", () => {
  test("is moved by no more than the bound, however many said so", () => {
    fc.assert(
      fc.property(votes, (said) => {
        expect(Math.abs(quality(saying(said)) - believed)).toBeLessThanOrEqual(mostShift + 1e-9);
        const moved = believed + mostShift + 1e-9;
        expect(quality(saying(said), true)).toBeLessThanOrEqual(moved);
      }),
    );
  });

  test("rises with praise and falls with blame, also in another's place", () => {
    for (const isStandIn of [false, true]) {
      const before = quality(undefined, isStandIn);
      expect(quality(saying({ votes: 50, mean: 1 }), isStandIn)).toBeGreaterThan(before);
      expect(quality(saying({ votes: 50, mean: 0 }), isStandIn)).toBeLessThan(before);
    }
  });

  test.each([
    { name: "too few said so", feedback: saying({ votes: leastVotes - 1, mean: 0 }) },
    { name: "it was said of another task", feedback: { [name]: { math: { votes: 50, mean: 0 } } } },
    {
      name: "it was said of another offer",
      feedback: { "custom/other": { code: { votes: 50, mean: 0 } } } as Feedback,
    },
  ])("is not moved where $name", ({ feedback }) => {
    for (const isStandIn of [false, true]) {
      expect(quality(feedback, isStandIn)).toBe(quality(undefined, isStandIn));
    }
  });

  test("stays a probability, and no stand-in goes above itself as the model asked for", () => {
    fc.assert(
      fc.property(votes, classificationArbitrary, (said, classification) => {
        const own = quality(saying(said), false, classification);
        const inPlace = quality(saying(said), true, classification);
        expect(inPlace).toBeGreaterThan(0);
        expect(own).toBeLessThan(1);
        expect(inPlace).toBeLessThanOrEqual(own + 1e-12);
      }),
    );
  });
});
