import type { Offer } from "../../core/catalog/offer";
import type { ProviderId } from "../../core/catalog/provider-id";
import type { CallerRequest } from "../../core/chat/caller-dialect";
import { RequestError } from "../../core/errors";
import { cardAt } from "../../core/money/card-at";
import type { PriceCard } from "../../core/money/price-card";
import type { SealedCredential } from "../../core/ports/access-store";
import type { RouteDecision, UnlistedOffer } from "../../core/routing/decision";
import type { ProviderAdapter } from "../shared/providers/adapter";
import type { Caller } from "./authenticate";
import type { GatewayDeps } from "./deps";
import { adapterFor } from "./spoken-to";

/** A model to call, with all that calling and billing it takes. */
export type Target = {
  readonly offer: Offer | UnlistedOffer;
  readonly adapter: ProviderAdapter;
  readonly credential: SealedCredential;
  /** Absent: unpriced. */
  readonly card?: PriceCard;
  /** Predicted quality in percent of the reference's. */
  readonly score: number;
  /** It is the model that the caller asked for. */
  readonly asked: boolean;
};

/** The price that holds for an organization: its own, or the catalog's of the day. */
export const priceOf = (
  offer: Offer | UnlistedOffer,
  { organization }: Caller,
  now: number,
): PriceCard | undefined => {
  const own = organization.priceOverrides[`${offer.provider}/${offer.id}`];
  const ownNow = own && cardAt({ prices: [own] }, now);
  return ownNow ?? ("unlisted" in offer ? undefined : cardAt(offer, now));
};

export const noCredential = (provider: ProviderId): RequestError =>
  new RequestError(
    424,
    "no_credential",
    `no credential is stored for ${provider}; add one under Provider credentials, or name a model of another provider`,
    { param: "model", mayRetry: false },
  );

/** @throws RequestError 424 where its provider can't be called. */
export const toTarget = (
  chosen: Pick<Target, "offer" | "score" | "asked">,
  caller: Caller,
  request: CallerRequest,
  deps: Pick<GatewayDeps, "adapters" | "now">,
): Target => {
  const { provider } = chosen.offer;
  const adapter = adapterFor(chosen.offer, request, deps);
  const credential = caller.credentials.find((held) => held.provider === provider);
  if (!adapter || !credential) throw noCredential(provider);
  return assembleTarget({ ...chosen, adapter, credential }, caller, deps);
};

/** A target with the price that it has for the caller. */
export const assembleTarget = (
  target: Omit<Target, "card">,
  caller: Caller,
  { now }: Pick<GatewayDeps, "now">,
): Target => {
  const card = priceOf(target.offer, caller, now());
  return { ...target, ...(card && { card }) };
};

/**
 * The targets of a decision, in order.
 *
 * @throws RequestError 424 where a pinned model's provider can't be called.
 */
export const toTargets = (
  decision: Exclude<RouteDecision, { kind: "refused" }>,
  caller: Caller,
  request: CallerRequest,
  deps: Pick<GatewayDeps, "adapters" | "now">,
): readonly Target[] => {
  const scores = decision.kind === "routed" ? decision.scores : [100];
  return decision.order.map((offer, at) => {
    const asked = decision.kind === "pinned" || offer === decision.reference;
    return toTarget({ offer, score: scores[at] ?? 100, asked }, caller, request, deps);
  });
};
