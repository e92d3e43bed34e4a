import fc from "fast-check";
import { type OfferName, offerName } from "../../../core/catalog/offer";
import type { MicroUsdPerMTok, Tokens } from "../../../core/money/amounts";
import type { PriceCard } from "../../../core/money/price-card";
import type { RouteDecision } from "../../../core/routing/decision";
import type { Warm } from "../../../core/routing/warm-cache";
import { type Saying, saying } from "./conversations";
import { type Deciding, decide, hard, orderOf, verdictOn } from "./deciding";
import { decideIn, worlds } from "./generated";
import { card, type Making, offer } from "./offers";

const now = Date.UTC(2026, 10, 24);

/** Dollars a million tokens, with the rates of a cache. */
const cached = (
  [input, output]: readonly [number, number],
  rates: { readonly read?: number; readonly write5m?: number; readonly write1h?: number },
): readonly [PriceCard] => {
  const plain = card(input, output);
  const whole = (usd: number) => Math.round(usd * 1e6) as MicroUsdPerMTok;
  const [tier] = plain.tiers;
  return [
    {
      ...plain,
      tiers: [
        {
          ...tier,
          ...(rates.read !== undefined && { cacheRead: whole(rates.read) }),
          ...(rates.write5m !== undefined && { cacheWrite5m: whole(rates.write5m) }),
          ...(rates.write1h !== undefined && { cacheWrite1h: whole(rates.write1h) }),
        },
      ],
    },
  ];
};

const making = (score: number, prices: Making["prices"] = [card(1, 4)]): Making => ({
  score,
  prices,
});
const named = offer("openai", "named", making(60, cached([10, 30], { read: 5 })));
const home = offer("openai", "home", making(55, cached([1, 4], { read: 0.1 })));
const cheap = offer("groq", "cheap", making(55, [card(0.5, 2)]));
const offers = [named, home, cheap];

const warmAt = (name: OfferName, fields: Partial<Warm> = {}): Warm => ({
  offer: name,
  cachedTokens: 9_984 as Tokens,
  expiresAtMs: now + 60_000,
  inToolLoop: false,
  ...fields,
});
const long = (more: Saying = {}) =>
  saying("And why?", { estimatedInputTokens: 10_200 as Tokens, ...more });

const deciding = (fields: Partial<Deciding> = {}) =>
  decide({ offers, model: "named", conversation: long(), ...fields });
const firstOf = (decision: RouteDecision) => orderOf(decision)[0];
const routed = (decision: RouteDecision) => {
  if (decision.kind !== "routed") throw new Error(decision.kind);
  return decision;
};

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

describe("within a tool loop", () => {
  const inLoop = (name: OfferName) =>
    warmAt(name, { inToolLoop: true, cachedTokens: 0 as Tokens, expiresAtMs: 0 });
  const conversation = saying("Look it up.", {
    turns: [
      { role: "user", text: "Look it up." },
      { role: "assistant", text: "lookup {}" },
      { role: "tool", text: "7" },
    ],
    hasToolHistory: true,
    needs: { tools: true },
  });
  const step = (fields: Partial<Deciding> = {}) => deciding({ conversation, ...fields });

  test("the model that called the tools goes on, whatever else is cheaper", () => {
    expect(firstOf(step())).toBe("groq/cheap");
    for (const name of ["openai/home", "openai/named"] as const) {
      const decision = routed(step({ warm: inLoop(name) }));
      expect(orderOf(decision)[0]).toBe(name);
      expect(decision.reason).toContain("within its tool loop");
      expect(verdictOn(decision, "groq/cheap")).toBe("cheaper-but-cold");
    }
  });

  test("it goes on though this step alone would ask for a better one, and its score is told", () => {
    const decision = routed(step({ classification: hard, warm: inLoop("groq/cheap") }));
    expect(orderOf(decision)[0]).toBe("groq/cheap");
    expect(decision.scores[0]).toBeLessThan(97);
  });

  test("the others stand by to fall back to, the model asked for among them", () => {
    expect(orderOf(step({ warm: inLoop("openai/home") }))).toEqual([
      "openai/home",
      "groq/cheap",
      "openai/named",
    ]);
  });

  test.each([
    { name: "its provider fails", fields: { broken: ["openai"] as const }, why: "circuit-open" },
    { name: "its key was removed", fields: { keys: ["groq"] as const }, why: undefined },
    {
      name: "it was disabled",
      fields: {
        organization: { disabledOffers: ["openai/home"] as const, priceOverrides: {} },
      },
      why: "disabled",
    },
    {
      name: "the conversation has outgrown it",
      fields: { conversation: { ...conversation, estimatedInputTokens: 100_000 as Tokens } },
      offers: [
        named,
        { ...home, limits: { ...home.limits, contextTokens: 100_000 as Tokens } },
        cheap,
      ],
      why: "context-too-small",
    },
    {
      name: "it is dearer than the model named",
      fields: { model: "cheap" },
      why: "dearer-than-named",
    },
  ])(
    "it is left where $name, as in any other routing",
    ({ fields, why, offers = [named, home, cheap] }) => {
      const decision = routed(step({ offers, ...fields, warm: inLoop("openai/home") }));
      expect(orderOf(decision)[0]).not.toBe("openai/home");
      if (why !== undefined) expect(decision.reason).toContain(`(${why})`);
    },
  );

  test("a history of tools routes without an error where nothing is remembered", () => {
    expect(routed(step({ model: "auto" })).warm).toBeUndefined();
    expect(routed(step()).warm).toBeUndefined();
  });
});

describe("what the caller decided is untouched", () => {
  test.each([
    { name: "a pinned model", fields: { model: "openai/named" } },
    { name: "mode off", fields: { mode: "off" } },
  ] as const)("$name", ({ fields }) => {
    for (const inToolLoop of [false, true]) {
      const warm = warmAt("openai/home", { inToolLoop });
      expect(deciding({ ...fields, warm })).toEqual(deciding(fields));
    }
  });
});

test("whatever is warm, only what fits is chosen, and what is not warm costs the same", () => {
  let stayed = 0;
  const warms = fc.record({
    at: fc.nat({ max: 9 }),
    cachedTokens: fc.constantFrom(0, 128, 6_000, 1_000_000).map((n) => n as Tokens),
    expired: fc.boolean(),
    inToolLoop: fc.boolean(),
  });
  fc.assert(
    fc.property(worlds, warms, (world, { at, cachedTokens, expired, inToolLoop }) => {
      const [last] = world.offers.slice(at, at + 1).map(offerName);
      if (last === undefined) return;
      const expiresAtMs = world.input.nowMs + (expired ? 0 : 1);
      const warm: Warm = { offer: last, cachedTokens, expiresAtMs, inToolLoop };
      const cold = decideIn(world);
      const decision = decideIn({ ...world, input: { ...world.input, warm } });
      // A tool loop goes on where a new conversation would find nothing that keeps the promise.
      if (!inToolLoop) expect(decision.kind).toBe(cold.kind);
      if (decision.kind !== "routed" || cold.kind !== "routed") return;
      expect(decision.reason).toMatch(/^[ -~]{10,600}$/);
      const [chosen] = decision.order;
      const stays = offerName(chosen) === last;
      if (stays) stayed += 1;
      // Nothing new is chosen but the place to stay.
      if (!stays && cold.order[0] !== chosen) expect(offerName(cold.order[0])).toBe(last);
      // What the choice costs this turn is not above what the same choice cost cold.
      const before = cold.candidates.find((one) => one.offer === offerName(chosen));
      if (before?.expectedCost !== undefined) {
        expect(decision.candidates[0]?.expectedCost).toBeLessThanOrEqual(before.expectedCost);
      }
      for (const { offer: name, verdict } of decision.candidates) {
        if (name === last && !stays) expect(verdict).not.toBe("chosen");
      }
    }),
    { numRuns: 10_000 },
  );
  expect(stayed).toBeGreaterThan(100);
}, 120_000);
