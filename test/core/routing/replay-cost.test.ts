import type { Tokens } from "../../../core/money/amounts";
import type { RoutingMode } from "../../../core/routing/mode";
import { replayedCost } from "../../../core/routing/replay-cost";
import { replayDecision } from "../../../core/routing/replay-decision";
import { saying } from "./conversations";
import { offer } from "./offers";
import { type Recording, recording } from "./recorded";

const plain = offer("openai", "plain", { score: 60, price: [10, 40] });
const cheap = offer("groq", "cheap", { score: 60, price: [1, 4] });
const thinks = { can: { reasoning: true } } as const;
const thinker = offer("openai", "thinker", { score: 60, price: [10, 40], ...thinks });
const cheapThinker = offer("groq", "cheap-thinker", { score: 60, price: [0.5, 2], ...thinks });

/** Recorded in mode off with the first of the offers named, then replayed. */
const costIn = (mode: RoutingMode, { offers, ...recorded }: Recording) => {
  const model = offers[0]?.id ?? "";
  const { stored, catalog } = recording({ offers, model, mode: "off", ...recorded });
  const replayed = replayDecision(stored, mode, catalog);
  if (replayed.kind !== "replayed") throw new Error(replayed.why);
  return replayedCost(stored, replayed, catalog);
};

describe("what a request would have cost", () => {
  test("is what was billed where the choice is the same, also after a failover", () => {
    const failedOver = { more: { used: { provider: "groq" as const, model: "cheap" } } };
    expect(costIn("off", { offers: [plain, cheap], cost: 123, ...failedOver })).toBe(123);
  });

  test("is unknown where the other has no price for the searches that were billed", () => {
    const searched = { more: { units: { "web-search": 2 } } };
    const tokens = { freshInput: 1_000, visibleOutput: 500 };
    expect(costIn("cost", { offers: [plain, cheap], tokens, ...searched })).toBeNull();
  });

  test.each([
    {
      name: "its real tokens at the other's prices",
      offers: [plain, cheap],
      tokens: { freshInput: 1_000, visibleOutput: 500 },
      cost: 1_000 * 1e6 + 500 * 4e6,
    },
    {
      name: "cached tokens as input where the other has no price for them",
      offers: [plain, cheap],
      tokens: { freshInput: 100, cacheRead: 900, visibleOutput: 500 },
      cost: 1_000 * 1e6 + 500 * 4e6,
    },
    {
      name: "no reasoning tokens where the other does not reason",
      offers: [thinker, cheap],
      tokens: { freshInput: 1_000, visibleOutput: 500, reasoningOutput: 2_000 },
      cost: 1_000 * 1e6 + 500 * 4e6,
    },
    {
      name: "the same reasoning tokens where both reason",
      offers: [thinker, cheapThinker],
      tokens: { freshInput: 1_000, visibleOutput: 500, reasoningOutput: 2_000 },
      cost: 1_000 * 0.5e6 + 2_500 * 2e6,
    },
    {
      name: "no more reasoning where the model that answered reasons but counts none apart",
      offers: [thinker, cheapThinker],
      tokens: { freshInput: 1_000, visibleOutput: 500 },
      cost: 1_000 * 0.5e6 + 500 * 2e6,
    },
    {
      // The easiest chat is expected to take 80 tokens of reasoning.
      name: "the reasoning that is expected where only the other reasons",
      offers: [plain, cheapThinker],
      tokens: { freshInput: 1_000, visibleOutput: 500 },
      cost: 1_000 * 0.5e6 + 580 * 2e6,
    },
  ])("is $name", ({ offers, tokens, cost }) => {
    expect(costIn("cost", { offers, tokens })).toBe(cost);
  });

  test("keeps to the caller's ceiling with the reasoning that is expected", () => {
    const conversation = saying("Hello!", { maxOutputTokens: 520 as Tokens });
    const tokens = { freshInput: 1_000, visibleOutput: 500 };
    const offers = [plain, cheapThinker];
    expect(costIn("cost", { offers, tokens, conversation })).toBe(1_000 * 0.5e6 + 520 * 2e6);
  });

  test("is unknown where it was billed at no known price and stays", () => {
    expect(costIn("off", { offers: [plain, cheap], cost: null })).toBeNull();
  });
});
