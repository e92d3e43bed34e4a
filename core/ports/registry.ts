import type { ProviderId } from "../catalog/provider-id";
import type { KeyId, OrganizationId } from "../ids";
import type { KeyRecord, OrganizationSettings, SealedCredential } from "./access-store";

/** What a provider said of a credential when it was last asked. */
export type CredentialVerdict = {
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly ok: boolean;
  /** Absent where it works. `refused`: the key is wrong; `unreachable`: nobody said so. */
  readonly code?: "refused" | "unreachable" | "failed" | "not_testable";
  /** For people; never a part of the key. */
  readonly message: string;
};

/** A credential as the control plane keeps it: the hot path reads no verdict. */
export type StoredCredential = SealedCredential & { readonly tested?: CredentialVerdict };

/**
 * What is to become of a record. It is called again, with what is there by then, where somebody
 * else wrote in between; what it throws reaches the caller, and nothing is changed.
 */
export type Change<T> = (present: T) => T;

/** Writes what `AccessStore` reads; the gateway never gets one. All reads are consistent. */
export interface Registry {
  /** Takes the place of the settings that were there. */
  putOrganization(settings: OrganizationSettings): Promise<void>;
  findOrganization(organization: OrganizationId): Promise<OrganizationSettings | undefined>;
  /** No change of another is lost. Undefined where the organization is unknown. */
  updateOrganization(
    organization: OrganizationId,
    change: Change<OrganizationSettings>,
  ): Promise<OrganizationSettings | undefined>;
  /** Its keys are refused from then on. Idempotent: the first time stands. */
  deactivateOrganization(organization: OrganizationId, at: number): Promise<void>;

  /** Takes the place of a key with that id. */
  putKey(organization: OrganizationId, key: KeyRecord): Promise<void>;
  /** `taken`: there is a key with that id, and nothing changed. */
  addKey(organization: OrganizationId, key: KeyRecord): Promise<"added" | "taken">;
  findKey(organization: OrganizationId, key: KeyId): Promise<KeyRecord | undefined>;
  listKeys(organization: OrganizationId): Promise<readonly KeyRecord[]>;
  /** No change of another is lost, and none is made of `revokedAt`. Undefined: an unknown key. */
  updateKey(
    organization: OrganizationId,
    key: KeyId,
    change: Change<KeyRecord>,
  ): Promise<KeyRecord | undefined>;
  /** Idempotent: the first time of revocation stands. Undefined: an unknown key. */
  revokeKey(organization: OrganizationId, key: KeyId, at: number): Promise<KeyRecord | undefined>;

  listCredentials(organization: OrganizationId): Promise<readonly StoredCredential[]>;
  /** Takes the place of the provider's credential, its verdict included. */
  putCredential(organization: OrganizationId, credential: StoredCredential): Promise<void>;
  /**
   * Keeps what was said of a credential beside it.
   *
   * @param updatedAt - of the credential that was tested; of one that was replaced since nothing is
   * said.
   */
  noteVerdict(
    organization: OrganizationId,
    provider: ProviderId,
    updatedAt: number,
    verdict: CredentialVerdict,
  ): Promise<void>;
  removeCredential(
    organization: OrganizationId,
    provider: ProviderId,
  ): Promise<"removed" | "not-found">;
}
