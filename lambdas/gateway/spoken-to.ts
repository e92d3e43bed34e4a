import type { Offer } from "../../core/catalog/offer";
import type { CallerRequest } from "../../core/chat/caller-dialect";
import { spokenDialect } from "../../core/chat/spoken-dialect";
import type { Uncarried } from "../../core/routing/route-input";
import type { ProviderAdapter } from "../shared/providers/adapter";
import type { GatewayDeps } from "./deps";

/** The adapter by which an offer is spoken to for a caller; undefined where it can't be called. */
export const adapterFor = (
  offer: Pick<Offer, "provider" | "api">,
  { dialect }: Pick<CallerRequest, "dialect">,
  { adapters }: Pick<GatewayDeps, "adapters">,
): ProviderAdapter | undefined => adapters.find(offer.provider, spokenDialect(offer, dialect));

/** What of a request can't be said to an offer; what no model can be told is reckoned once. */
export const uncarriedFor = (
  request: CallerRequest,
  deps: Pick<GatewayDeps, "adapters">,
): Uncarried => {
  const known = new Map<ProviderAdapter, readonly string[]>();
  const byAll = (adapter: ProviderAdapter): readonly string[] => {
    const fields = known.get(adapter) ?? adapter.uncarried(request.neutral());
    known.set(adapter, fields);
    return fields;
  };
  return (offer, asked) => {
    const adapter = adapterFor(offer, request, deps);
    if (!adapter || (asked && adapter.dialect === request.dialect)) return [];
    const fields = byAll(adapter);
    return fields.length > 0 || offer.id === undefined
      ? fields
      : adapter.uncarried(request.neutral(), offer.id);
  };
};
