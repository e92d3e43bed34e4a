import { loadCatalog } from "../../core/catalog/load";
import type { OrganizationId } from "../../core/ids";
import { firstIdAt } from "../../core/usage/request-time";
import type { UsageEvent } from "../../core/usage/usage-event";
import { loadClassifier } from "../../lambdas/shared/load-classifier";
import { chanceOf } from "../../scripts/demo-data/chance";
import { customers, features } from "../../scripts/demo-data/company";
import { demoEvents } from "../../scripts/demo-data/demo-events";
import { demoKeysOf } from "../../scripts/demo-data/demo-keys";
import { readExamples } from "../../scripts/demo-data/read-examples";
import { requestsOn, timeOf, utcDaysOf } from "../../scripts/demo-data/rhythm";

export const organization = "Bench0000000" as OrganizationId;
export const timeZone = "Europe/Berlin";
/** The month ends here: 2026-11-24 at noon UTC. */
export const monthEnd = Date.UTC(2026, 10, 24, 12);
const dayMs = 86_400_000;
export const monthStart = monthEnd - 30 * dayMs;
const seed = "bench";
/** Requests that the router decides; the month is made of them, with times and tags of its own. */
const decided = 1_500;
/** Beside what the router chooses: a company that pins more models than the demo's. */
const models = ["gpt-4o", "gpt-4.1-nano", "gpt-5-nano", "gpt-5.4", "claude-sonnet-4-6"] as const;

const readPatterns = async (): Promise<readonly UsageEvent[]> => [
  ...demoEvents({
    organization,
    timeZone,
    mode: "balanced",
    policy: { disabledOffers: [], priceOverrides: {} },
    keys: demoKeysOf(organization, seed),
    from: monthStart,
    to: monthEnd,
    count: decided,
    seed,
    catalog: loadCatalog(),
    classify: loadClassifier(),
    examples: await readExamples(),
  }),
];

/** One UTC day of the month, in the order of time. */
export type MonthDay = { readonly day: number; readonly events: readonly UsageEvent[] };

/** A month of requests: some 40 customers, 12 features, 15 models, 4 keys and all tasks. */
export async function* monthOf(requests: number): AsyncGenerator<MonthDay> {
  const patterns = await readPatterns();
  const keys = demoKeysOf(organization, seed);
  const rhythm = { seed, timeZone, perDay: requests / 30 };
  for (const day of utcDaysOf(monthStart, monthEnd)) {
    const events = Array.from({ length: requestsOn(rhythm, day) }, (_, serial) => {
      const chance = chanceOf(seed, "month", day, serial);
      const pattern = chance.pick(patterns);
      const at = timeOf(rhythm, day, serial);
      const customer = chance.weighted(customers).name;
      const feature = chance.weighted(features).name;
      const tail = serial.toString().padStart(16, "0");
      const model = pattern.used?.provider === "openai" ? chance.pick(models) : undefined;
      return {
        ...pattern,
        id: `${firstIdAt(at).slice(0, 14)}${tail}` as never,
        at,
        key: chance.weighted(keys).id,
        tags: { ...(customer && { customer }), ...(feature && { feature }) },
        ...(pattern.used && model && { used: { ...pattern.used, model } }),
      };
    });
    yield { day, events: events.filter(({ at }) => at >= monthStart && at < monthEnd) };
  }
}
