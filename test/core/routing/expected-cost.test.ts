import type { Tokens } from "../../../core/money/amounts";
import { expectedCost } from "../../../core/routing/expected-cost";
import { expectOutput, reasonsUnasked } from "../../../core/routing/expected-output";
import { classified } from "./classified";
import { saying } from "./conversations";
import { card, offer } from "./offers";

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
    const one = expectOutput(classified("code", 0), saying("x"));
    const three = expectOutput(classified("code", 0), saying("x", { needs: { choices: 3 } }));
    expect(three.visible).toBe(3 * one.visible);
  });

  test("a translation is about as long as its text", () => {
    const long = saying("x", { estimatedInputTokens: 3_000 as Tokens });
    expect(expectOutput(classified("translation", 0), long).visible).toBeGreaterThan(3_000);
  });

  test("Claude reasons only where asked to, others that can do so always", () => {
    const can = { reasoning: true };
    expect(reasonsUnasked(offer("anthropic", "claude-x", { can }))).toBe(false);
    expect(reasonsUnasked(offer("openai", "o3", { can }))).toBe(true);
    expect(reasonsUnasked(offer("openai", "gpt-4o"))).toBe(false);
  });
});
