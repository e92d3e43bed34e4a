import type { ProviderId } from "../catalog/provider-id";
import type { Brand, OrganizationId } from "../ids";
import type { SealedKey } from "./access-store";

/** A provider's key in the clear: in memory only, never logged, never stored. */
export type PlainKey = Brand<string, "PlainKey">;

/** Opens sealed credentials: the gateway's right alone. */
export interface Vault {
  /** The key itself where it was opened before. */
  open(organization: OrganizationId, key: SealedKey): PlainKey | Promise<PlainKey>;
}

/** Seals credentials: the control plane's right alone. */
export interface Sealer {
  seal(organization: OrganizationId, provider: ProviderId, key: PlainKey): Promise<Uint8Array>;
}
