import type { OrganizationId } from "../../../core/ids";
import type { Registry } from "../../../core/ports/registry";
import type { UsageReader } from "../../../core/ports/usage-store";
import type { KeySpends } from "./key-spends";

/** What the keys' handlers ask of the world. */
export type KeysParts = {
  readonly registry: Pick<
    Registry,
    "findOrganization" | "addKey" | "findKey" | "listKeys" | "updateKey" | "revokeKey"
  >;
  readonly usage: Pick<UsageReader, "lastUsed">;
  readonly keySpends: KeySpends;
  /** Absent: nothing is limited. */
  readonly planLimits?: {
    /**
     * @param count - how many live keys there are without the new one.
     * @throws RequestError where the plan has no room for it.
     */
    check(organization: OrganizationId, limit: "keys", count: number): Promise<void>;
  };
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** A cryptographic source. */
  readonly randomBytes: (count: number) => Uint8Array;
  /** SHA-256 of a text, hex. */
  readonly sha256: (text: string) => string;
};
