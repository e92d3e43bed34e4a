import fc from "fast-check";
import { type OfferName, offerName } from "../../../core/catalog/offer";
import type { Tokens } from "../../../core/money/amounts";
import type { Warm } from "../../../core/routing/warm-cache";
import { hard } from "./classified";
import { saying } from "./conversations";
import { type Deciding, orderOf, verdictOn } from "./deciding";
import { decideIn, worlds } from "./generated";
import { cheap, deciding, firstOf, home, named, routed, warmAt } from "./warm-world";

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
  expect(stayed).toBeGreaterThan(50);
}, 120_000);
