import { createAbilityJudge, type Judged } from "../../../scripts/catalog-update/ability";
import { abilityFromBenchmarks } from "../../../scripts/catalog-update/benchmarks";
import type { ModelsDev } from "../../../scripts/catalog-update/models-dev";
import { priceLine } from "../../../scripts/catalog-update/price-line";
import type { PublishedIndex } from "../../../scripts/catalog-update/published-index";

const aider = (score: number) => ({ name: "Aider Polyglot", score, metric: "percent correct" });
const index = (score: number) => ({
  name: "Artificial Analysis Coding Index",
  score,
  metric: "index",
});

describe("ability from benchmarks", () => {
  test("an index of Artificial Analysis counts alone where there is one", () => {
    expect(abilityFromBenchmarks([aider(90), index(30)])).toEqual({ score: 30, isIndex: true });
  });

  test("others are averaged on the index's scale", () => {
    const swe = { name: "SWE-Bench Pro", score: 40, metric: "resolve rate" };
    expect(abilityFromBenchmarks([aider(50), swe])).toEqual({ score: 32, isIndex: false });
  });

  test("of several runs the lowest counts", () => {
    expect(abilityFromBenchmarks([index(30), index(20)])?.score).toBe(20);
  });

  test("a benchmark that is not known here says nothing", () => {
    expect(abilityFromBenchmarks([{ name: "Claw-eval", score: 99 }])).toBeUndefined();
  });
});

const source: ModelsDev = {
  rows: [],
  models: {
    "x/old-70b": { family: "x", release_date: "2025-01-01", benchmarks: [index(20)] },
    "x/new-70b": { family: "x", release_date: "2026-01-01", benchmarks: [index(40)] },
    "y/first": { family: "y", release_date: "2025-01-01", benchmarks: [aider(50)] },
    "y/second": { family: "y", release_date: "2026-01-01", benchmarks: [aider(20)] },
  },
};
const model = (id: string, more: Partial<Judged> = {}): Judged => ({
  ...{ id, baseModel: undefined, family: "x", released: "2026-02-01", price: 1_000_000 },
  ...more,
});
const offered = ["old-70b", "new-70b", "first", "second"].map((id) => model(id));
const judge = createAbilityJudge(source, {}, offered);

describe("the judge", () => {
  test("a model's own benchmark counts first", () => {
    expect(judge(model("new-70b"))).toEqual({
      score: 40,
      basis: "benchmark",
      basisOf: "x/new-70b",
    });
  });

  test("a published index value goes before benchmarks", () => {
    const published = {
      "x/old-70b": { score: 33, version: "4.1", source: "https://a.test" },
    } as const;
    const score = (which: PublishedIndex) =>
      createAbilityJudge(source, which, offered)(model("old-70b")).score;
    expect([score({}), score(published)]).toEqual([20, 33]);
  });

  test("without one, the youngest relative that is no younger stands for it", () => {
    expect(judge(model("x-chat"))).toMatchObject({ score: 40, basisOf: "x/new-70b" });
    expect(judge(model("x-chat", { released: "2025-06-01" }))).toMatchObject({ score: 20 });
  });

  test("a model older than all of its family is as able as the weakest", () => {
    expect(judge(model("x-chat", { released: "2024-01-01" }))).toMatchObject({ score: 20 });
  });

  test("a much cheaper or much smaller relative has at most three quarters of it", () => {
    expect(judge(model("x-mini", { price: 100_000 })).score).toBeLessThanOrEqual(30);
    expect(judge(model("x-8b")).score).toBeLessThanOrEqual(30);
  });

  test("a successor that costs no less is not less able for one failed benchmark", () => {
    expect(judge(model("second", { family: "y" }))).toMatchObject({
      score: 24,
      basis: "benchmark",
    });
  });

  test("without a family the price speaks, and without a price nothing does", () => {
    const stranger = { family: undefined };
    expect(judge(model("stranger", stranger)).basis).toBe("price");
    expect(judge(model("stranger", { ...stranger, price: undefined }))).toEqual({
      score: 5,
      basis: "price",
    });
  });
});

test("the price line lies one standard error below the middle and never above the best", () => {
  const line = priceLine([
    { price: 1_000, score: 10 },
    { price: 1_000, score: 20 },
    { price: 100_000, score: 30 },
    { price: 100_000, score: 40 },
  ]);
  expect(line(1_000)).toBeCloseTo(10);
  expect(line(10_000)).toBeCloseTo(20);
  expect(line(1e12)).toBe(40);
  expect(line(0)).toBe(5);
});
