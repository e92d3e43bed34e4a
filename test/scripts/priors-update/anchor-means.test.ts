import { anchorMeans } from "../../../scripts/priors-update/anchor-means";
import { tabulate } from "../../../scripts/priors-update/scores";

const item = (name: string, share: number) => ({ name, share, from: [name] });
const items = [item("easy", 1 / 2), item("hard", 1 / 2), item("side", 0)];
const scores = (benchmark: string, by: Readonly<Record<string, number>>) =>
  Object.entries(by).map(([model, score]) => ({ benchmark, model, score, weight: 1 }));
const table = tabulate([
  ...scores("easy", { small: 0.6, big: 0.9, half: 0.6 }),
  ...scores("hard", { small: 0.2, big: 0.6 }),
  ...scores("side", { small: 0.3, big: 0.7, aside: 0.7 }),
]);
const means = anchorMeans(items, table);

test("a model measured on the whole mix has the mean of its scores", () => {
  expect(means.get("big")).toEqual({ mean: 0.75, measured: 1 });
});

test("what was not measured is filled in from models that are as able", () => {
  const half = means.get("half");
  expect(half?.measured).toBe(0.5);
  expect(half?.mean).toBeCloseTo(0.4, 1);
});

test("an item without a share counts for skill alone", () => {
  const aside = means.get("aside");
  expect(aside?.measured).toBe(0);
  expect(Math.abs((aside?.mean ?? 0) - 0.75)).toBeLessThan(0.05);
});

test("several scores of one model on one item count by their weight", () => {
  const twice = tabulate([
    { benchmark: "easy", model: "m", score: 0.2, weight: 300 },
    { benchmark: "easy", model: "m", score: 0.6, weight: 100 },
  ]);
  expect(twice.get("easy")?.get("m")).toBeCloseTo(0.3, 12);
});
