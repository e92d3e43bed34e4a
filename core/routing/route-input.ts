import type { Offer, OfferName } from "../catalog/offer";
import type { ProviderId } from "../catalog/provider-id";
import type { Conversation } from "../chat/conversation";
import type { OrganizationSettings } from "../ports/access-store";
import type { RouteDecision } from "./decision";
import type { RoutingMode } from "./mode";
import type { Warm } from "./warm-cache";

/** What an organization's settings say about routing; its whole settings will do. */
export type RoutingPolicy = Pick<
  OrganizationSettings,
  "baselineModel" | "disabledOffers" | "priceOverrides" | "feedback"
>;

/** What of a request can't be said to an offer, as it is spoken to in another dialect. */
export type Uncarried = {
  /**
   * Names the fields; without a model's id, those that no model of its provider can be told.
   *
   * @param asked - it is the very model that the caller asked for: spoken to in the caller's own
   *   dialect it gets what the caller wrote.
   */
  fieldsOf(
    offer: Pick<Offer, "provider" | "api"> & Partial<Pick<Offer, "id">>,
    asked: boolean,
  ): readonly string[];
  /** Those found so far that can't be told all, though other models of their provider can. */
  readonly barred: ReadonlySet<OfferName>;
};

/** All that a decision depends on beside the catalog and the classifier. */
export type RouteInput = {
  readonly conversation: Conversation;
  /** The request's `model` as the caller wrote it. */
  readonly model: string;
  readonly mode: RoutingMode;
  readonly organization: RoutingPolicy;
  /** Whether the organization can call that provider at all. */
  readonly hasCredential: (provider: ProviderId) => boolean;
  /** Whether that provider failed so often of late that it is left alone for now. */
  readonly circuitOpen: (provider: ProviderId) => boolean;
  /** Absent: all can be said to all. */
  readonly uncarried?: Uncarried;
  /** Where the conversation was answered last; absent where nothing speaks for returning there. */
  readonly warm?: Warm;
  /** A cascade is wanted, and the answer can be checked: plan which model to try first. */
  readonly cascade?: boolean;
  /** Milliseconds since 1970 UTC: decides which price card holds. */
  readonly nowMs: number;
};

/** Decides in well under a millisecond; deterministic, and never throws. */
export type Router = (input: RouteInput) => RouteDecision;
