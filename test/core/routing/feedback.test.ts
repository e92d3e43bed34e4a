import fc from "fast-check";
import { leastVotes, mostShift, mostVotes, withFeedback } from "../../../core/routing/feedback";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const priors = fc.record({ mean: share, observations: fc.integer({ min: 0, max: 200 }) });
const votes = fc.record({ votes: fc.integer({ min: 0, max: 1_000_000 }), mean: share });

describe("a prior with feedback", () => {
  test.each([
    { name: "no votes", votes: undefined },
    { name: "one vote less than the least", votes: { votes: leastVotes - 1, mean: 0 } },
  ])("stays as it is with $name", ({ votes }) => {
    const prior = { mean: 0.8, observations: 40 };
    expect(withFeedback(prior, votes)).toBe(prior);
  });

  test.each([
    { name: "five bad votes", votes: { votes: 5, mean: 0 }, mean: 0.8 - (5 / 45) * 0.8 },
    { name: "ten good votes", votes: { votes: 10, mean: 1 }, mean: 0.8 + (10 / 50) * 0.2 },
    { name: "fifty bad votes", votes: { votes: 50, mean: 0 }, mean: 0.8 - mostShift },
    { name: "a million good votes", votes: { votes: 1e6, mean: 1 }, mean: 0.8 + (50 / 90) * 0.2 },
  ])("moves by its share of the observations: $name", ({ votes, mean }) => {
    expect(withFeedback({ mean: 0.8, observations: 40 }, votes).mean).toBeCloseTo(mean, 12);
  });

  test("moves towards the votes, by no more than 50 of them weigh, and never by more than 0.25", () => {
    fc.assert(
      fc.property(priors, votes, (prior, cast) => {
        const { mean, observations } = withFeedback(prior, cast);
        const shift = mean - prior.mean;
        const weight = mostVotes / (mostVotes + prior.observations);
        expect(Math.abs(shift)).toBeLessThanOrEqual(mostShift + 1e-12);
        expect(Math.abs(shift)).toBeLessThanOrEqual(
          weight * Math.abs(cast.mean - prior.mean) + 1e-12,
        );
        expect(shift * (cast.mean - prior.mean)).toBeGreaterThanOrEqual(0);
        expect(mean).toBeGreaterThanOrEqual(0);
        expect(mean).toBeLessThanOrEqual(1);
        expect(observations - prior.observations).toBeLessThanOrEqual(mostVotes);
      }),
    );
  });
});
