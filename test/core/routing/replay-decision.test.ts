import { createCatalog } from "../../../core/catalog/catalog";
import type { OfferName } from "../../../core/catalog/offer";
import type { RoutingMode } from "../../../core/routing/mode";
import { replayDecision } from "../../../core/routing/replay-decision";
import { classified } from "./classified";
import { offer } from "./offers";
import { type Recording, recording } from "./recorded";

const best = offer("openai", "best", { score: 60, price: [10, 40] });
const middling = offer("openai", "middling", { score: 90, price: [2, 8] });
const small = offer("groq", "small", { score: 10, price: [0.1, 0.4] });
/** Beyond the small one; the middling one, not as well known as the best is, reaches some 89% of it. */
const hard = classified("math", -2.3);
const offers = [best, middling, small];

const replay = (mode: RoutingMode, recorded: Partial<Recording> = {}) => {
  const { stored, catalog } = recording({ offers, model: "best", ...recorded });
  return replayDecision(stored, mode, catalog);
};

describe("a recorded request in another mode", () => {
  test.each([
    { name: "an easy one goes to the cheapest", mode: "cost", choice: "groq/small" },
    { name: "mode off leaves it where it was asked for", mode: "off", choice: "openai/best" },
    {
      name: "a hard one stays with the best where quality is kept",
      mode: "quality",
      classification: hard,
      choice: "openai/best",
    },
    {
      name: "a hard one goes to the next where less is promised",
      mode: "cost",
      classification: hard,
      choice: "openai/middling",
    },
  ] as const)("$name", ({ mode, choice, ...recorded }) => {
    expect(replay(mode, recorded)).toMatchObject({
      kind: "replayed",
      choice,
      approximations: [],
    });
  });

  test("that was recorded in mode off is routed", () => {
    expect(replay("cost", { mode: "off" })).toMatchObject({ choice: "groq/small" });
  });

  test("of auto is refused in mode off without a baseline, and chooses nothing", () => {
    const replayed = replay("off", { model: "auto" });
    expect(replayed).toMatchObject({ decision: { kind: "refused" } });
    expect(replayed).not.toHaveProperty("choice");
  });

  test("is priced by the settings of its time, whatever they are today", () => {
    const disabled = { disabledOffers: ["groq/small" as OfferName], priceOverrides: {} };
    const { stored, catalog } = recording({ offers, model: "best", organization: disabled });
    const today = { disabledOffers: [], priceOverrides: {} };
    expect(replayDecision(stored, "cost", catalog, today)).toMatchObject({
      choice: "openai/middling",
      policy: disabled,
    });
  });
});

describe("settings too long for a record", () => {
  const disabledOffers = Array.from({ length: 30 }, (_, n): OfferName => `groq/model-${n}`);
  const all: readonly OfferName[] = [...disabledOffers, "groq/small"];
  const organization = { disabledOffers: all, priceOverrides: {} };
  const { stored, catalog } = recording({ offers, model: "best", organization });

  test("are known again by their mark, in whatever order", () => {
    const today = { ...organization, disabledOffers: [...all].reverse() };
    expect(stored.routing?.settings).toMatch(/^#\d+-[0-9a-f]+$/);
    expect(replayDecision(stored, "cost", catalog, today)).toMatchObject({
      choice: "openai/middling",
    });
  });

  test.each([
    { name: "are unknown", today: undefined },
    { name: "have changed", today: { disabledOffers, priceOverrides: {} } },
  ])("can't be replayed where they $name", ({ today }) => {
    expect(replayDecision(stored, "cost", catalog, today)).toEqual({
      kind: "unreplayable",
      why: "settings-changed",
    });
  });
});

describe("what differs from the time of a request is told", () => {
  test("where the catalog is another", () => {
    const { stored } = recording({ offers, model: "best" });
    expect(replayDecision(stored, "cost", createCatalog("2026-12-01", offers))).toMatchObject({
      choice: "groq/small",
      approximations: ["catalog"],
    });
  });

  test("where so much was scored that only its mark was kept, and it has changed", () => {
    const cell = (mean: number) => ({ code: { votes: 50, mean }, chat: { votes: 9, mean } });
    const feedback = (mean: number) =>
      Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`groq/model-${n}`, cell(mean)]));
    const organization = { disabledOffers: [], priceOverrides: {}, feedback: feedback(0.5) };
    const { stored, catalog } = recording({ offers, model: "best", organization });
    const replayed = (mean: number) =>
      replayDecision(stored, "cost", catalog, { ...organization, feedback: feedback(mean) });
    expect(replayed(0.5)).toMatchObject({ approximations: [] });
    expect(replayed(0.6)).toMatchObject({
      approximations: ["feedback"],
      policy: { feedback: feedback(0.6) },
    });
  });
});

describe("a request that can't be replayed", () => {
  test.each([
    { name: "pinned by its name", recorded: { model: "openai/best" }, why: "pinned" },
    {
      name: "of a model that the catalog does not know",
      recorded: { model: "openai/my-own" },
      why: "pinned",
    },
    {
      name: "recorded before decisions were kept",
      recorded: { more: { routing: undefined } },
      why: "recorded-before",
    },
    {
      name: "that ended before a model was chosen",
      recorded: { more: { task: undefined, routing: undefined } },
      why: "undecided",
    },
  ])("is one $name", ({ recorded, why }) => {
    expect(replay("cost", recorded)).toEqual({ kind: "unreplayable", why });
  });

  test("is one whose own header turned routing off, not one whose organization did", () => {
    const { stored, catalog } = recording({ offers, model: "best", mode: "off" });
    const { routing } = stored;
    if (routing === undefined) throw new Error("nothing was decided");
    const byHeader = { ...stored, routing: { ...routing, modeFrom: "request" as const } };
    expect(replayDecision(byHeader, "cost", catalog)).toEqual({
      kind: "unreplayable",
      why: "pinned",
    });
  });
});
