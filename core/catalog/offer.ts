import type { Dialect } from "../chat/dialect";
import type { Tokens } from "../money/amounts";
import type { PriceCard } from "../money/price-card";
import type { ProviderId } from "./provider-id";

export type Modality = "text" | "image" | "audio" | "video" | "pdf";

/** One model as one provider offers it: the unit that is routed to and priced. */
export type Offer = {
  readonly provider: ProviderId;
  /** The provider's own name for the model, as it goes over the wire. */
  readonly id: string;
  readonly name: string;
  readonly family?: string;
  /**
   * What it is for; absent: chat. Only chat offers are routed to. `other-api` answers, but at a
   * host that no adapter knows (Bedrock's "mantle", Azure's `/models`).
   */
  readonly kind?: "chat" | "embedding" | "other-api";
  /** The dialect it is spoken to in, where it is not its provider's first. */
  readonly api?: Dialect;
  readonly status: "active" | "retired";
  /** ISO day of release, where known. */
  readonly releasedOn?: string;
  readonly limits: {
    /** Input and output together; 0 where the source does not say. */
    readonly contextTokens: Tokens;
    readonly inputTokens?: Tokens;
    /** 0 where the source does not say. */
    readonly outputTokens: Tokens;
  };
  readonly input: readonly Modality[];
  readonly output: readonly Modality[];
  readonly can: {
    readonly tools: boolean;
    readonly structuredOutput: boolean;
    readonly reasoning: boolean;
    /** Takes a `temperature` other than its default. */
    readonly temperature: boolean;
  };
  /** Price cards, oldest first; empty: unpriced, and then never chosen by the router. */
  readonly prices: readonly PriceCard[];
  /**
   * How able the model is over all tasks, 0 to 100 on the scale of the Artificial Analysis
   * Intelligence Index, and what the number rests on.
   */
  readonly ability: {
    readonly score: number;
    readonly basis: "benchmark" | "family" | "price" | "declared";
    readonly source: string;
  };
  /** Where capability facts come from, and the ISO day they were taken. */
  readonly source: string;
  readonly takenOn: string;
};

/** `provider/model`: an offer's name across all providers. */
export type OfferName = `${ProviderId}/${string}`;

export const offerName = (offer: Pick<Offer, "provider" | "id">): OfferName =>
  `${offer.provider}/${offer.id}`;
