import type { ProviderId } from "../../../core/catalog/provider-id";
import type { CredentialSettings } from "../../../core/ports/access-store";
import type { PlainKey } from "../../../core/ports/vault";

/** Where a provider listens, how it is shown the key, and what it calls its models. */
export type Site = {
  readonly provider: ProviderId;
  /** The address that a dialect's paths are added to, without a slash at its end. */
  url(settings: CredentialSettings): string;
  /** The headers that show the key. */
  auth(key: PlainKey): Readonly<Record<string, string>>;
  /** A model's name as the provider wants it; absent: as the catalog has it. */
  modelName?(id: string, settings: CredentialSettings): string;
  /** The address is the customer's: only public ones are called. */
  readonly guarded?: true;
};
