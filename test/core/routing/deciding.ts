import { createCatalog } from "../../../core/catalog/catalog";
import type { Offer } from "../../../core/catalog/offer";
import type { ProviderId } from "../../../core/catalog/provider-id";
import { createRouter } from "../../../core/routing/choose";
import type { Classification } from "../../../core/routing/classification";
import type { RouteDecision } from "../../../core/routing/decision";
import type { RouteInput } from "../../../core/routing/route-input";
import { easy } from "./classified";
import { saying } from "./conversations";

export type Deciding = Partial<Omit<RouteInput, "hasCredential" | "circuitOpen">> & {
  readonly offers: readonly Offer[];
  readonly keys?: readonly ProviderId[];
  readonly broken?: readonly ProviderId[];
  readonly classification?: Classification;
};

/** Decides once: by default for a short text, balanced, with a key for every provider offered. */
export const decide = ({
  offers,
  keys = offers.map(({ provider }) => provider),
  broken = [],
  classification = easy,
  ...input
}: Deciding): RouteDecision =>
  createRouter(
    createCatalog("test", offers),
    () => classification,
  )({
    conversation: saying("Hello!"),
    model: "auto",
    mode: "balanced",
    organization: { disabledOffers: [], priceOverrides: {} },
    nowMs: Date.UTC(2026, 10, 24),
    ...input,
    hasCredential: (provider) => keys.includes(provider),
    circuitOpen: (provider) => broken.includes(provider),
  });

/** The names of what was chosen and its fallbacks; empty where nothing was. */
export const orderOf = (decision: RouteDecision): readonly string[] =>
  decision.kind === "refused" ? [] : decision.order.map(({ provider, id }) => `${provider}/${id}`);

/** What became of one offer in a decision, as its record tells. */
export const verdictOn = (decision: RouteDecision, name: string): string | undefined =>
  decision.kind === "pinned"
    ? undefined
    : decision.candidates.find((candidate) => candidate.offer === name)?.verdict;
