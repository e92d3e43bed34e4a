import type { OfferName } from "../catalog/offer";
import type { ProviderId } from "../catalog/provider-id";
import type { KeyId, OrganizationId } from "../ids";
import type { PriceCard } from "../money/price-card";
import type { Feedback } from "../routing/feedback";
import type { RoutingMode } from "../routing/mode";

/** Spending limits in whole µUSD; an absent one is no limit. */
export type Budget = { readonly dailyMicroUsd?: number; readonly monthlyMicroUsd?: number };

export type Limits = { readonly budget?: Budget; readonly requestsPerMinute?: number };

/** A SmashCost key as stored: its SHA-256 only. */
export type KeyRecord = Limits & {
  readonly id: KeyId;
  /** SHA-256 of the whole key, hex. */
  readonly hash: string;
  readonly name: string;
  readonly environment: string;
  readonly last4: string;
  /** Milliseconds since 1970 UTC, here and below. */
  readonly createdAt: number;
  readonly expiresAt?: number;
  readonly revokedAt?: number;
  readonly routingMode?: RoutingMode;
  /** A cheaper model is tried first where its answer can be checked. */
  readonly cascade?: boolean;
  /** The e-mail address of who made it; absent: nobody who signed in. */
  readonly createdBy?: string;
  /** How many days prompts and answers are kept, where the organization lets keys do so. */
  readonly storePromptsDays?: number;
};

export type OrganizationSettings = Limits & {
  readonly id: OrganizationId;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly routingMode: RoutingMode;
  /** What `auto` is compared with; absent: the saving of `auto` is unknown. */
  readonly baselineModel?: OfferName;
  readonly disabledOffers: readonly OfferName[];
  readonly priceOverrides: Readonly<Record<OfferName, PriceCard>>;
  /** How many days each request's row is kept; absent: for good. */
  readonly retentionDays?: number;
  /** Keys may store prompts at all. @default false */
  readonly promptStorage?: boolean;
  /** From then on all its keys are refused. */
  readonly deactivatedAt?: number;
  /** What its callers said of answers: read with the settings, and written by `FeedbackStore` alone. */
  readonly feedback?: Feedback;
};

/** What calling an organization's account at a provider takes beside a key; none of it is secret. */
export type CredentialSettings = {
  /** An AWS region, for Bedrock. */
  readonly region?: string;
  /** The name of an Azure OpenAI resource: `https://NAME.openai.azure.com`. */
  readonly resource?: string;
  /** Azure's deployments by model, where they are not named as the model is. */
  readonly deployments?: Readonly<Record<string, string>>;
  /** Where a custom provider listens, such as `https://llm.example.com/v1`. */
  readonly baseUrl?: string;
};

/** A provider's key, sealed under the context of organization and provider. */
export type SealedKey = { readonly provider: ProviderId; readonly ciphertext: Uint8Array };

/** What calling one provider takes, as it is stored. */
export type SealedCredential = Omit<SealedKey, "ciphertext"> & {
  /** Absent where the provider takes no key: Bedrock, by the gateway's own role. */
  readonly ciphertext?: Uint8Array;
  readonly settings?: CredentialSettings;
  /** Of the key; empty where there is none. */
  readonly last4: string;
  readonly updatedAt: number;
};

/** All that the hot path needs to know of a caller, brought by one read. */
export type Access = {
  readonly key?: KeyRecord;
  readonly organization?: OrganizationSettings;
  readonly credentials: readonly SealedCredential[];
};

export interface AccessStore {
  /** A consistent read; unknown ids give an empty answer, never an error. */
  read(organization: OrganizationId, key: KeyId): Promise<Access>;
}
