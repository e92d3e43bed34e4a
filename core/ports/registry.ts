import type { ProviderId } from "../catalog/provider-id";
import type { KeyId, OrganizationId } from "../ids";
import type { KeyRecord, OrganizationSettings, SealedCredential } from "./access-store";

/** Writes what `AccessStore` reads; the gateway never gets one. */
export interface Registry {
  putOrganization(settings: OrganizationSettings): Promise<void>;
  putKey(organization: OrganizationId, key: KeyRecord): Promise<void>;
  listKeys(organization: OrganizationId): Promise<readonly KeyRecord[]>;
  /** Idempotent: the first time of revocation stands. */
  revokeKey(organization: OrganizationId, key: KeyId, at: number): Promise<void>;
  putCredential(organization: OrganizationId, credential: SealedCredential): Promise<void>;
  removeCredential(organization: OrganizationId, provider: ProviderId): Promise<void>;
}
