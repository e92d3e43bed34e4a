import fc from "fast-check";
import type { OfferName } from "../../../core/catalog/offer";
import {
  type CountedScore,
  countScore,
  type FeedbackLedger,
  feedbackIn,
  mostCells,
} from "../../../core/routing/feedback-ledger";
import { tasks } from "../../../core/routing/task";

type Cast = {
  readonly request: number;
  readonly score: number;
  readonly offer?: OfferName;
  readonly at?: number;
};

/** Counts scores in order, each request's replacing its earlier one. */
const countAll = (casts: readonly Cast[], start: FeedbackLedger = new Map()) => {
  const counted = new Map<number, CountedScore>();
  let ledger = start;
  casts.forEach(({ request, score, offer = "openai/gpt-4o", at }, place) => {
    const vote = { offer, task: "code" as const, score, at: at ?? place };
    const next = countScore(ledger, vote, counted.get(request));
    ledger = next.ledger;
    counted.set(request, next.counted);
  });
  return ledger;
};

const codeOf = (ledger: FeedbackLedger, offer: OfferName = "openai/gpt-4o") =>
  feedbackIn(ledger)[offer]?.code;

const casts = (count: number, score: number, from = 0): Cast[] =>
  Array.from({ length: count }, (_, n) => ({ request: from + n, score }));

describe("the ledger of scores", () => {
  test("is the mean of the requests' latest scores while there are at most 50", () => {
    const scores = fc.array(
      fc.record({
        request: fc.nat({ max: 49 }),
        score: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { minLength: 1, maxLength: 200 },
    );
    fc.assert(
      fc.property(scores, (all) => {
        const latest = new Map(all.map(({ request, score }) => [request, score]));
        const sum = [...latest.values()].reduce((a, b) => a + b, 0);
        const told = codeOf(countAll(all));
        expect(told?.votes).toBe(latest.size);
        expect(told?.mean).toBeCloseTo(sum / latest.size, 2);
      }),
    );
  });

  test("counts a request once, however often it is scored", () => {
    const again = Array.from({ length: 1_000 }, () => ({ request: 1, score: 0 }));
    expect(codeOf(countAll([...casts(9, 1, 10), ...again]))).toEqual({ votes: 10, mean: 0.9 });
  });

  test("is worth 50 votes at most, and what came last counts most", () => {
    const flooded = countAll([...casts(500, 1), ...casts(50, 0, 500)]);
    expect(codeOf(flooded)).toEqual({ votes: 50, mean: 0.364 });
    expect(codeOf(countAll([...casts(500, 1), ...casts(500, 0, 500)]))).toEqual({
      votes: 50,
      mean: 0,
    });
  });

  test("a replaced score changes it by what is left of the earlier one", () => {
    const many = casts(120, 1);
    const first = codeOf(countAll([...many, { request: 0, score: 0 }]));
    const last = codeOf(countAll([...many, { request: 119, score: 0 }]));
    expect(first).toEqual({ votes: 50, mean: Math.round(1_000 * (1 - 0.98 ** 70 / 50)) / 1_000 });
    expect(last).toEqual({ votes: 50, mean: 0.98 });
  });

  test("taking every score back leaves nothing of it, in whatever order", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(casts(80, 0), { minLength: 80 }), (zeros) => {
        expect(codeOf(countAll([...casts(80, 1), ...zeros]))?.mean).toBeCloseTo(0, 2);
      }),
      { numRuns: 20 },
    );
  });

  test("keeps 300 cells, those that were scored last", () => {
    const offers = Array.from({ length: mostCells }, (_, n): OfferName => `openai/model-${n}`);
    const full = countAll(offers.map((offer, n) => ({ request: n, score: 1, offer, at: n })));
    const used = countAll([{ request: 1_000, score: 1, offer: "openai/model-0", at: 900 }], full);
    const over = countAll([{ request: 1_001, score: 1, offer: "groq/new", at: 901 }], used);
    expect(over.size).toBe(mostCells);
    expect(codeOf(over, "openai/model-0")?.votes).toBe(2);
    expect(codeOf(over, "groq/new")?.votes).toBe(1);
    expect(codeOf(over, "openai/model-1")).toBeUndefined();
  });

  test("a score whose cell was dropped since counts anew", () => {
    const vote = { offer: "openai/gpt-4o" as OfferName, task: tasks[0], score: 1, at: 5 };
    const earlier = countScore(new Map(), vote, undefined).counted;
    const reopened = countAll(casts(3, 0).map((one) => ({ ...one, at: 9 })));
    const { ledger, counted } = countScore(reopened, { ...vote, at: 10 }, earlier);
    expect(codeOf(ledger)).toEqual({ votes: 4, mean: 0.25 });
    expect(counted).toEqual({ score: 1, since: 9, place: 4 });
  });
});
