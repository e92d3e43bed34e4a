import { type Offer, type OfferName, offerName } from "../../core/catalog/offer";
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
  const barred = new Set<OfferName>();
  return {
    fieldsOf(offer, asked) {
      const adapter = adapterFor(offer, request, deps);
      // Spoken to in the caller's own words the model asked for judges them itself; the sandbox too.
      const own = adapter?.dialect === request.dialect;
      if (!adapter || (own && (asked || adapter.provider === "sandbox"))) return [];
      const { provider, id } = offer;
      const fields = byAll(adapter);
      if (fields.length > 0 || id === undefined) return fields;
      const ofModel = adapter.uncarried(request.neutral(), id);
      if (ofModel.length > 0) barred.add(offerName({ provider, id }));
      return ofModel;
    },
    barred,
  };
};
