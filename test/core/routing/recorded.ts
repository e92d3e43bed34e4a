import { createCatalog } from "../../../core/catalog/catalog";
import type { Offer } from "../../../core/catalog/offer";
import type { PicoUsd, Tokens } from "../../../core/money/amounts";
import { createDecider } from "../../../core/routing/choose";
import type { Classification } from "../../../core/routing/classification";
import { basisOf } from "../../../core/routing/decision-basis";
import type { RouteInput } from "../../../core/routing/route-input";
import { noTokens, type TokenBuckets } from "../../../core/usage/token-buckets";
import type { UsageEvent } from "../../../core/usage/usage-event";
import { usageEvent } from "../../contracts/usage-event-arbitrary";
import { easy } from "./classified";
import { saying } from "./conversations";

export const noon = Date.UTC(2026, 10, 24, 12);

export type Recording = Partial<Omit<RouteInput, "hasCredential" | "circuitOpen">> & {
  readonly offers: readonly Offer[];
  readonly classification?: Classification;
  readonly tokens?: Partial<Record<keyof TokenBuckets, number>>;
  readonly cost?: number | null;
  readonly more?: Partial<UsageEvent>;
};

/** A request decided with a key for every provider, as the gateway would record it. */
export const recording = ({
  offers,
  classification = easy,
  tokens = { freshInput: 1_000, visibleOutput: 500 },
  cost = 7_000_000,
  more,
  ...input
}: Recording) => {
  const catalog = createCatalog("2026-11-20", offers);
  const asked: RouteInput = {
    conversation: saying("Hello!"),
    model: "auto",
    mode: "balanced",
    organization: { disabledOffers: [], priceOverrides: {} },
    nowMs: noon,
    ...input,
    hasCredential: (provider) => offers.some((one) => one.provider === provider),
    circuitOpen: () => false,
  };
  const decision = createDecider(catalog)(asked, classification);
  const chosen = decision.kind === "refused" ? undefined : decision.order[0];
  const stored = usageEvent({
    at: noon,
    requested: asked.model,
    mode: asked.mode,
    task: classification.task,
    difficulty: classification.difficulty,
    classifiedBy: classification.by,
    routing: basisOf(asked, decision, "organization"),
    ...(chosen && { used: { provider: chosen.provider, model: chosen.id } }),
    tokens: { ...noTokens, ...(tokens as Record<keyof TokenBuckets, Tokens>) },
    cost: cost as PicoUsd | null,
    ...more,
  });
  return { stored, catalog, decision, organization: asked.organization };
};
