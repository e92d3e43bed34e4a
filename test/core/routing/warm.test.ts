import type { Tokens } from "../../../core/money/amounts";
import { hard } from "./classified";
import { orderOf, verdictOn } from "./deciding";
import { card, offer } from "./offers";
import {
  cached,
  cheap,
  deciding,
  firstOf,
  long,
  making,
  named,
  now,
  offers,
  routed,
  warmAt,
} from "./warm-world";

describe("a warm prompt cache", () => {
  test("keeps a conversation where another is cheaper for those who come new", () => {
    expect(firstOf(deciding())).toBe("groq/cheap");
    expect(firstOf(deciding({ warm: warmAt("openai/home") }))).toBe("openai/home");
  });

  test("is told of with what it saves: the tokens in it at the difference of the rates", () => {
    const decision = routed(deciding({ warm: warmAt("openai/home") }));
    expect(decision.warm).toEqual({
      offer: "openai/home",
      cachedTokens: 9_984,
      worth: 9_984 * (1_000_000 - 100_000),
    });
    expect(decision.reason).toMatch(
      /^stays on home: its warm cache saves \$0\.00899; it keeps \d+\.\d% of named$/,
    );
    expect(verdictOn(decision, "groq/cheap")).toBe("dearer-than-chosen");
  });

  test("is left where leaving is cheaper all the same, and told so", () => {
    const decision = routed(deciding({ warm: warmAt("openai/named") }));
    expect(orderOf(decision)[0]).toBe("groq/cheap");
    expect(decision.warm?.worth).toBeGreaterThan(0);
    expect(decision.reason).toMatch(
      /^leaves named: \$0\.0495 less, its warm cache counted; cheap keeps/,
    );
  });

  test("is left where the promise asks for a better model, and what that costs is told", () => {
    const weak = offer("openai", "weak", making(5, cached([0.4, 1], { read: 0.01 })));
    const decision = routed(
      deciding({ offers: [...offers, weak], classification: hard, warm: warmAt("openai/weak") }),
    );
    expect(orderOf(decision)).not.toContain("openai/weak");
    expect(decision.warm?.worth).toBeLessThan(0);
    expect(decision.reason).toMatch(/^leaves weak and its cache \(below-bar\); named as asked/);
  });

  test.each([
    { name: "has expired", warm: warmAt("openai/home", { expiresAtMs: now }) },
    { name: "is of an offer that is gone", warm: warmAt("openai/gone") },
  ])("counts for nothing where it $name", ({ warm }) => {
    expect(deciding({ warm })).toEqual(deciding());
  });

  test("of an offer that can't be used is left without an error", () => {
    const organization = { disabledOffers: ["openai/home"] as const, priceOverrides: {} };
    const decision = routed(deciding({ warm: warmAt("openai/home"), organization }));
    expect(orderOf(decision)).not.toContain("openai/home");
    expect(decision.reason).toMatch(/^leaves home and its cache \(disabled\)/);
  });

  test("saves nothing where the provider reads caches at the full rate", () => {
    const decision = routed(deciding({ warm: warmAt("groq/cheap") }));
    expect(decision.warm?.worth).toBe(0);
    expect(decision.reason).toMatch(/^stays on cheap; it keeps/);
  });

  test("of the named model lowers the ceiling: nothing is dearer than staying", () => {
    const dearish = offer("groq", "dearish", making(60, [card(9, 29)]));
    const offers = [named, dearish];
    expect(firstOf(deciding({ offers }))).toBe("groq/dearish");
    const decision = deciding({ offers, warm: warmAt("openai/named") });
    expect(firstOf(decision)).toBe("openai/named");
    expect(verdictOn(decision, "groq/dearish")).toBe("dearer-than-named");
  });

  test("covers the input at most, however many tokens were counted before", () => {
    const warm = warmAt("openai/home", { cachedTokens: 999_999 as Tokens });
    const [chosen] = routed(deciding({ warm })).candidates;
    const [less] = routed(
      deciding({ warm: { ...warm, cachedTokens: 10_200 as Tokens } }),
    ).candidates;
    expect(chosen?.expectedCost).toBe(less?.expectedCost);
  });
});

describe("one more turn is counted", () => {
  /** Now a little cheaper than home's cache, next turn far dearer, as nothing is cached there. */
  const teaser = offer("groq", "teaser", making(55, [card(0.095, 0.36)]));
  /** The same, and caches as well as home. */
  const rival = offer("openai", "rival", making(55, cached([0.095, 0.36], { read: 0.009 })));
  const warm = warmAt("openai/home", { cachedTokens: 10_112 as Tokens });
  const homeNow = offer("openai", "home", making(55, cached([1, 0.36], { read: 0.09 })));

  test("so that a small gain now does not outweigh the discount that is lost then", () => {
    const decision = routed(deciding({ offers: [named, homeNow, teaser], warm }));
    expect(orderOf(decision)[0]).toBe("openai/home");
    expect(verdictOn(decision, "groq/teaser")).toBe("cheaper-but-cold");
  });

  test("for both: where the other caches as well, it may win", () => {
    const decision = deciding({ offers: [named, homeNow, rival], warm });
    expect(firstOf(decision)).toBe("openai/rival");
  });

  test("but never moves a conversation at a loss now", () => {
    const later = offer("openai", "later", making(55, cached([0.2, 0.36], { read: 0 })));
    const decision = deciding({ offers: [named, homeNow, later], warm });
    expect(firstOf(decision)).toBe("openai/home");
  });
});

describe("writing to a cache", () => {
  const claude = offer(
    "anthropic",
    "claude",
    making(55, cached([0.4, 2], { read: 0.04, write5m: 0.55, write1h: 0.8 })),
  );
  const offers = [named, cheap, claude];
  const orderFor = (cacheAsked?: "5m" | "1h") =>
    firstOf(deciding({ offers, conversation: long(cacheAsked && { cacheAsked }) }));

  test("is paid where the caller asks for it, and only there", () => {
    expect(orderFor()).toBe("anthropic/claude");
    expect(orderFor("5m")).toBe("groq/cheap");
    expect(orderFor("1h")).toBe("groq/cheap");
  });

  test("for an hour costs more than for five minutes", () => {
    const costFor = (cacheAsked: "5m" | "1h") =>
      routed(deciding({ offers, conversation: long({ cacheAsked }) })).candidates.find(
        (one) => one.offer === "anthropic/claude",
      )?.expectedCost ?? 0;
    expect(costFor("1h") - costFor("5m")).toBe(10_200 * 250_000);
  });

  test("is paid unasked at OpenAI's models that bill it, above 1,024 tokens", () => {
    const newer = offer("openai", "newer", making(55, cached([0.45, 2], { write5m: 0.5625 })));
    const order = (tokens: number) =>
      firstOf(
        deciding({
          offers: [named, cheap, newer],
          conversation: long({ estimatedInputTokens: tokens as Tokens }),
        }),
      );
    expect(order(1_023)).toBe("openai/newer");
    expect(order(1_024)).toBe("groq/cheap");
  });
});
