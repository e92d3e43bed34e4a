import type { Offer, OfferName } from "../catalog/offer";
import { offerName } from "../catalog/offer";
import type { ProviderId } from "../catalog/provider-id";
import type { Classification } from "./classification";
import type { RouteDecision, UnlistedOffer } from "./decision";
import type { PreparedOffer } from "./prepared-offer";
import { printable } from "./printable";
import type { RouteInput } from "./route-input";
import { whoCould } from "./who-could";

export type Pinned = Extract<RouteDecision, { kind: "pinned" }>;

/** An offer's full name, fit for a header. */
export const shownName = (offer: Pick<Offer, "provider" | "id">): string =>
  printable(offerName(offer));

/** Field names come from the request: they are shown in part, and printable. */
export const shownFields = (fields: readonly string[]): string =>
  fields.slice(0, 5).map(printable).join(", ");

const untranslatable = (
  name: string,
  fields: readonly string[],
  able: readonly string[],
): string => {
  const who = able.length === 0 ? "no model could take it" : `${able.join(", ")} could take it`;
  return `${name} is spoken to in another dialect, which has no word for ${shownFields(fields)}; ${who}; leave that out, or name a model that could`;
};

/** A refusal that no candidate could have changed. */
export const refused = (
  refusal: Extract<RouteDecision, { kind: "refused" }>["refusal"],
  message: string,
  classification: Classification,
): RouteDecision => ({ kind: "refused", refusal, classification, candidates: [], message });

/** What an organization has to choose from. */
export type Shelved = {
  readonly disabled: ReadonlySet<OfferName>;
  readonly byProvider: ReadonlyMap<ProviderId, readonly PreparedOffer[]>;
};

/**
 * That offer and no other, whatever it can do: its provider will say. It is refused only where the
 * organization has disabled it, has no key for it, or where it can't be told what the request says.
 */
export const pinTo = (
  offer: Offer | UnlistedOffer,
  by: Pinned["by"],
  reason: string,
  input: RouteInput,
  classification: Classification,
  { disabled, byProvider }: Shelved,
): RouteDecision => {
  const { mode, hasCredential, uncarried } = input;
  const { provider } = offer;
  const name = shownName(offer);
  if (disabled.has(offerName(offer))) {
    const message = `${name} is disabled; enable it in the model catalog, or name another model`;
    return refused("nothing-fits", message, classification);
  }
  if (!hasCredential(provider)) {
    const message = `no ${provider} key is stored for ${name}; add one under Provider credentials, or name a model of another provider`;
    return refused("no-credential", message, classification);
  }
  const fields = uncarried?.fieldsOf(offer, true) ?? [];
  if (fields.length > 0) {
    return refused(
      "nothing-fits",
      untranslatable(name, fields, whoCould(byProvider, input)),
      classification,
    );
  }
  return { kind: "pinned", order: [offer], by, mode, classification, reason };
};
