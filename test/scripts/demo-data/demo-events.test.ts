import { loadCatalog } from "../../../core/catalog/load";
import type { OrganizationId } from "../../../core/ids";
import { cardAt } from "../../../core/money/card-at";
import { priceUsage } from "../../../core/money/price-usage";
import { replayDecision } from "../../../core/routing/replay-decision";
import { recordableSchema } from "../../../core/usage/usage-envelope";
import type { UsageEvent } from "../../../core/usage/usage-event";
import { loadClassifier } from "../../../lambdas/shared/load-classifier";
import { demoEvents } from "../../../scripts/demo-data/demo-events";
import { demoKeysOf } from "../../../scripts/demo-data/demo-keys";
import { type Examples, readExamples } from "../../../scripts/demo-data/read-examples";

const organization = "Acme00000000" as OrganizationId;
const catalog = loadCatalog();
const classify = loadClassifier();
const to = Date.parse("2026-11-24T14:00:00Z");
const dayMs = 86_400_000;
let examples: Examples;

const make = (more: { seed?: string; to?: number; count?: number } = {}): UsageEvent[] => [
  ...demoEvents({
    organization,
    timeZone: "Europe/Berlin",
    mode: "balanced",
    policy: { disabledOffers: [], priceOverrides: {}, baselineModel: "openai/gpt-4o" },
    keys: demoKeysOf(organization, more.seed ?? "demo"),
    from: to - 14 * dayMs,
    to,
    count: 250,
    seed: "demo",
    catalog,
    classify,
    examples,
    ...more,
  }),
];

let events: UsageEvent[];
beforeAll(async () => {
  examples = await readExamples(`${process.cwd()}/data/routing/examples.jsonl.gz`);
  events = make();
}, 60_000);

describe("the demo's requests", () => {
  test("are as many as asked, and each is one that the recorder takes", () => {
    expect(events.length).toBeGreaterThan(200);
    expect(events.length).toBeLessThan(300);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    for (const event of events) {
      expect(recordableSchema.safeParse(JSON.parse(JSON.stringify(event))).error).toBeUndefined();
    }
  });

  test("are the same again for the same seed, and others for another", () => {
    expect(make()).toEqual(events);
    const others = new Set(make({ seed: "other" }).map(({ id }) => id));
    expect(events.filter(({ id }) => others.has(id))).toEqual([]);
  }, 60_000);

  test("stay as they are when time moves on: only later ones are added", () => {
    const earlier = make({ to: to - 2 * 3_600_000 });
    const known = new Set(events.map(({ id }) => id));
    expect(earlier.length).toBeLessThan(events.length);
    expect(earlier.every(({ id }) => known.has(id))).toBe(true);
  }, 60_000);

  test("are decided as the router decides them anew", () => {
    let replayed = 0;
    for (const event of events) {
      const again = replayDecision(event, event.mode ?? "balanced", catalog);
      if (again.kind === "unreplayable") {
        expect(again.why).toBe("pinned");
        continue;
      }
      replayed += 1;
      expect(again.choice).toBe(event.routing?.choice);
      expect(again.approximations).toEqual([]);
    }
    expect(replayed).toBeGreaterThan(events.length * 0.9);
  }, 60_000);

  test("cost what their tokens cost, and saved what that is below the model asked for", () => {
    for (const { used, reference, tokens, cost, referenceCost, saved, at } of events) {
      const priceOf = (model: typeof used) => {
        const offer = model && catalog.find(`${model.provider}/${model.model}`);
        return offer ? priceUsage({ tokens }, cardAt(offer, at), offer) : 0;
      };
      expect(cost).toBe(priceOf(used));
      expect(referenceCost).toBe(priceOf(reference));
      expect(saved).toBe((referenceCost ?? 0) - (cost ?? 0));
    }
  });

  test("come at business hours more than at night, and less at weekends", () => {
    const hours = events.map(({ at }) => new Date(at + 3_600_000).getUTCHours());
    const day = hours.filter((hour) => hour >= 9 && hour < 18).length;
    expect(day).toBeGreaterThan(events.length / 2);
    const weekend = events.filter(({ at }) => [0, 6].includes(new Date(at).getUTCDay())).length;
    expect(weekend).toBeLessThan(events.length / 5);
  });
});
