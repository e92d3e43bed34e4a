import { type Offer, type OfferName, offerName } from "../../core/catalog/offer";
import type { CallerRequest } from "../../core/chat/caller-dialect";
import type { NeutralRequest } from "../../core/chat/neutral/request";
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
  let own: NeutralRequest | undefined;
  /** Who takes fields of the caller's own dialect is for the router to say: it knows whose they are. */
  const asTold = ({ dialect }: ProviderAdapter): NeutralRequest => {
    if (dialect !== request.dialect) return request.neutral();
    own ??= { ...request.neutral(), bound: [] };
    return own;
  };
  const byAll = (adapter: ProviderAdapter): readonly string[] => {
    const fields = known.get(adapter) ?? adapter.uncarried(asTold(adapter));
    known.set(adapter, fields);
    return fields;
  };
  const barred = new Set<OfferName>();
  return {
    fieldsOf(offer, asked) {
      const adapter = adapterFor(offer, request, deps);
      // Spoken to in the caller's own words the model asked for judges them itself; the sandbox too.
      const judges = asked || offer.provider === "sandbox";
      if (!adapter || (judges && adapter.dialect === request.dialect)) return [];
      const { provider, id } = offer;
      const fields = byAll(adapter);
      if (fields.length > 0 || id === undefined) return fields;
      const ofModel = adapter.uncarried(asTold(adapter), id);
      if (ofModel.length > 0) barred.add(offerName({ provider, id }));
      return ofModel;
    },
    barred,
  };
};
