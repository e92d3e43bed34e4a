import type { Catalog } from "../../core/catalog/catalog";
import { digestOf } from "../../core/chat/digest";
import type { KeyId, OrganizationId, RequestId } from "../../core/ids";
import { createRouter } from "../../core/routing/choose";
import type { Classifier } from "../../core/routing/classification";
import { basisOf } from "../../core/routing/decision-basis";
import type { RoutingMode } from "../../core/routing/mode";
import type { RoutingPolicy } from "../../core/routing/route-input";
import { firstIdAt } from "../../core/usage/request-time";
import type { UsageEvent } from "../../core/usage/usage-event";
import { billDemo } from "./bill-demo";
import { chanceOf } from "./chance";
import { customers, features } from "./company";
import { decideDemo } from "./decide-demo";
import { endDemo } from "./end-demo";
import type { Examples } from "./read-examples";
import { type Rhythm, requestsOn, timeOf, utcDaysOf } from "./rhythm";

export type DemoKey = {
  readonly id: KeyId;
  readonly environment: string;
  readonly routingMode?: RoutingMode;
  /** How often it is used, beside the others. */
  readonly weight: number;
};

export type DemoOptions = {
  readonly organization: OrganizationId;
  readonly timeZone: string;
  readonly mode: RoutingMode;
  readonly policy: RoutingPolicy;
  readonly keys: readonly DemoKey[];
  /** Milliseconds since 1970 UTC: `from` <= t < `to`. */
  readonly from: number;
  readonly to: number;
  /** About so many requests, if all days were whole. */
  readonly count: number;
  readonly seed: string;
  readonly catalog: Catalog;
  readonly classify: Classifier;
  readonly examples: Examples;
};

const dayMs = 86_400_000;
const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The id follows seed, organization and place, so that the same request never counts twice. */
const idOf = (at: number, ...words: readonly (string | number)[]): RequestId => {
  const digits = digestOf(words.map(String));
  const tail = Array.from(digits, (digit) => crockford.charAt(Number.parseInt(digit, 16))).join("");
  return `${firstIdAt(at).slice(0, 14)}${tail}` as unknown as RequestId;
};

const createMaker = (options: DemoOptions, rhythm: Rhythm) => {
  const { organization, timeZone, mode, policy, keys, seed, catalog, classify, examples } = options;
  const route = createRouter(catalog, classify);
  return (day: number, serial: number): UsageEvent => {
    const at = timeOf(rhythm, day, serial);
    const chance = chanceOf(seed, "request", day, serial);
    const key = chance.weighted(keys);
    const feature = chance.weighted(features);
    const customer = chance.weighted(customers).name;
    const keyMode = key.routingMode ?? mode;
    const decided = decideDemo(chance, feature, { route, examples, policy, mode: keyMode, at });
    const { input, decision } = decided;
    const { target, ...ending } = endDemo(chance, decided);
    const { task, difficulty, by } = decision.classification;
    const place =
      target && decision.kind === "routed" ? decision.order.indexOf(target as never) : 0;
    return {
      version: 1,
      id: idOf(at, seed, organization, day, serial),
      organization,
      key: key.id,
      environment: key.environment,
      at,
      timeZone,
      endpoint: "chat.completions",
      requested: input.model,
      ...(target && {
        used: { provider: target.provider, model: target.id },
        score: decision.kind === "routed" ? (decision.scores[place] ?? 100) : 100,
      }),
      task,
      difficulty,
      classifiedBy: by,
      mode: keyMode,
      reason: decision.kind === "refused" ? decision.message : decision.reason,
      routing: basisOf(input, decision, key.routingMode ? "key" : "organization"),
      candidates: decision.kind === "pinned" ? [] : decision.candidates.map((one) => ({ ...one })),
      catalogVersion: catalog.version,
      tags: {
        ...(customer !== undefined && { customer }),
        ...(feature.name !== undefined && { feature: feature.name }),
      },
      ...ending,
      ...billDemo(decided, { ...ending, ...(target && { target }) }, policy, catalog),
    };
  };
};

/**
 * Believable usage of a company: the business hours of its zone, its customers, features and keys;
 * decided by the real router, priced by the catalog. The same options give the same requests with the
 * same ids, also where only `to` moves on: then more are added.
 */
export function* demoEvents(options: DemoOptions): Generator<UsageEvent> {
  const { seed, timeZone, from, to, count } = options;
  const rhythm = { seed, timeZone, perDay: count / Math.ceil((to - from) / dayMs) };
  const make = createMaker(options, rhythm);
  for (const day of utcDaysOf(from, to)) {
    for (let serial = 0; serial < requestsOn(rhythm, day); serial += 1) {
      const at = timeOf(rhythm, day, serial);
      if (at >= from && at < to) yield make(day, serial);
    }
  }
}
