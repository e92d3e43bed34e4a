import type { Offer } from "../catalog/offer";
import type { ProviderId } from "../catalog/provider-id";
import type { PreparedOffer } from "./prepared-offer";
import { printable } from "./printable";
import type { RouteInput } from "./route-input";

const mostNamed = 3;

/**
 * Names of models that could be told all of a request, the ablest first; those with a stored key go
 * before others. Asked where one was refused for want of words.
 */
export const whoCould = (
  byProvider: ReadonlyMap<ProviderId, readonly PreparedOffer[]>,
  { hasCredential, uncarried }: Pick<RouteInput, "hasCredential" | "uncarried">,
): readonly string[] => {
  const held = ({ provider }: Offer): number => (hasCredential(provider) ? 0 : 1);
  return [...byProvider.values()]
    .flat()
    .filter(({ offer, isStandIn }) => isStandIn && offer.status === "active")
    .filter(({ offer }) => (uncarried?.fieldsOf(offer, false) ?? []).length === 0)
    .sort(({ offer: a }, { offer: b }) => held(a) - held(b) || b.ability.score - a.ability.score)
    .slice(0, mostNamed)
    .map(({ name }) => printable(name));
};
