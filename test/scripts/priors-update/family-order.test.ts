import { tasks } from "../../../core/routing/task";
import type { Draft } from "../../../scripts/priors-update/draft";
import { inFamilyOrder } from "../../../scripts/priors-update/family-order";

const row = (mean: number, evidence: number): readonly Draft[] =>
  tasks.map(() => ({ mean, observations: 18 + evidence, source: "test", evidence }));
const index = (value: number, family: string | undefined) => ({
  index: value,
  basis: "index" as const,
  source: "test",
  family,
});
const after = (evidence: number, family: string | undefined) =>
  inFamilyOrder(
    new Map([
      ["later", row(0.7, evidence)],
      ["older", row(0.8, 30)],
    ]),
    new Map([
      ["later", index(20, family)],
      ["older", index(15, "line")],
    ]),
  ).get("later")?.[0]?.mean;

test("a guess is lifted to what a weaker relative was measured at", () => {
  expect(after(0, "line")).toBe(0.8);
});

test("evidence of the model itself stands, though a weaker relative did better", () => {
  expect(after(20, "line")).toBe(0.7);
});

test("nobody is lifted by a model of another family", () => {
  expect(after(0, "other")).toBe(0.7);
  expect(after(0, undefined)).toBe(0.7);
});
