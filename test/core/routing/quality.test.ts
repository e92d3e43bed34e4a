import fc from "fast-check";
import type { Tokens } from "../../../core/money/amounts";
import { editDistance } from "../../../core/routing/edit-distance";
import { expectedCost } from "../../../core/routing/expected-cost";
import { expectOutput, reasonsUnasked } from "../../../core/routing/expected-output";
import { cautiousAbility, demandOf, predictQuality } from "../../../core/routing/quality";
import { smallest } from "../../../core/routing/smallest";
import { tasks } from "../../../core/routing/task";
import { saying } from "./conversations";
import { card, offer } from "./offers";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const ability = fc.double({ min: 0, max: 100, noNaN: true });
const classified = (task: (typeof tasks)[number], difficulty: number) => ({
  task,
  difficulty,
  confidence: 1,
  by: "test",
});

describe("predicted quality", () => {
  test("rises with ability, falls with difficulty, and stays within 0 and 1", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...tasks),
        fc.tuple(share, share),
        fc.tuple(ability, ability),
        (task, levels, abilities) => {
          const [easier, harder] = levels.sort((a, b) => a - b);
          const [weaker, stronger] = abilities.sort((a, b) => a - b);
          const quality = (level: number, score: number) =>
            predictQuality(score, demandOf(classified(task, level)));
          expect(quality(easier, stronger)).toBeGreaterThanOrEqual(quality(easier, weaker));
          expect(quality(easier, weaker)).toBeGreaterThanOrEqual(quality(harder, weaker));
          expect(quality(harder, weaker)).toBeGreaterThan(0);
          expect(quality(easier, stronger)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test.each(tasks)("%s: easy requests hardly tell models apart, hard ones do", (task) => {
    const ratio = (difficulty: number) => {
      const demand = demandOf(classified(task, difficulty));
      return predictQuality(15, demand) / predictQuality(55, demand);
    };
    expect(ratio(0)).toBeGreaterThan(0.99);
    expect(ratio(1)).toBeLessThan(0.65);
  });

  test("a guessed ability is taken lower than it is, never below 0", () => {
    const guess = (score: number) => ({ score, basis: "price" as const, source: "test" });
    expect(cautiousAbility(guess(40))).toBeLessThan(40);
    expect(cautiousAbility(guess(1))).toBe(0);
    expect(cautiousAbility({ ...guess(40), basis: "benchmark" })).toBe(40);
  });
});

describe("expected cost", () => {
  const use = { input: 1_000 as Tokens, output: { visible: 200, reasoning: 800 }, choices: 1 };
  const asked = { ...use, output: { visible: 200 as Tokens, reasoning: 800 as Tokens } };
  const plain = offer("openai", "plain");

  test.each([
    { name: "input and visible output", reasons: false, most: undefined, pico: 1_800_000_000 },
    {
      name: "and reasoning where the model reasons",
      reasons: true,
      most: undefined,
      pico: 5_000_000_000,
    },
    { name: "capped by what the caller allows", reasons: true, most: 500, pico: 3_000_000_000 },
  ])("is $name", ({ reasons, most, pico }) => {
    const given = { ...asked, maxOutput: most as Tokens | undefined };
    expect(expectedCost(given, plain, card(1, 4), reasons)).toBe(pico);
  });

  test("is unknown where it could not be counted exactly", () => {
    const huge = { ...asked, input: 9e15 as Tokens };
    expect(expectedCost(huge, plain, card(1, 4), false)).toBeUndefined();
  });

  test("each of several answers is expected and capped on its own", () => {
    const one = expectOutput(classified("code", 0.5), saying("x"));
    const three = expectOutput(classified("code", 0.5), saying("x", { needs: { choices: 3 } }));
    expect(three.visible).toBe(3 * one.visible);
  });

  test("a translation is about as long as its text", () => {
    const long = saying("x", { estimatedInputTokens: 3_000 as Tokens });
    expect(expectOutput(classified("translation", 0.2), long).visible).toBeGreaterThan(3_000);
  });

  test("Claude reasons only where asked to, others that can do so always", () => {
    const can = { reasoning: true };
    expect(reasonsUnasked(offer("anthropic", "claude-x", { can }))).toBe(false);
    expect(reasonsUnasked(offer("openai", "o3", { can }))).toBe(true);
    expect(reasonsUnasked(offer("openai", "gpt-4o"))).toBe(false);
  });
});

describe("small helpers", () => {
  test.each([
    ["same", "same", 0],
    ["form", "from", 1],
    ["gpt4o", "gpt-4o", 1],
    ["kitten", "sitting", 3],
    ["", "abc", 3],
  ])("from %s to %s it is %i edits", (from, to, edits) => {
    expect(editDistance(from, to, 5)).toBe(edits);
    expect(editDistance(to, from, 5)).toBe(edits);
  });

  test("beyond the limit the edits are not counted on", () => {
    expect(editDistance("kitten", "sitting", 2)).toBe(3);
    expect(editDistance("a", "abcdefgh", 2)).toBe(3);
  });

  test("the smallest few are what sorting would put first", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat({ max: 12 }), (numbers, count) => {
        const sorted = [...numbers].sort((a, b) => a - b).slice(0, count);
        expect(smallest(numbers, count, (a, b) => a - b)).toEqual(sorted);
      }),
    );
  });
});
