import type { Catalog } from "../../../core/catalog/catalog";
import type { Registry } from "../../../core/ports/registry";
import type { TestTickets } from "../../../core/ports/test-tickets";
import type { Sealer } from "../../../core/ports/vault";
import type { CredentialTestParts } from "../../shared/providers/test-credential";

/** What the credentials' handlers ask of the world. */
export type CredentialsParts = {
  readonly registry: Pick<
    Registry,
    "listCredentials" | "putCredential" | "noteVerdict" | "removeCredential"
  >;
  readonly sealer: Sealer;
  readonly catalog: Catalog;
  readonly tickets: Pick<TestTickets, "issue">;
  readonly testing: Omit<CredentialTestParts, "signal">;
  /** The gateway's address; only its origin counts. */
  readonly gatewayUrl: string;
  /** By which the gateway is called. */
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** A cryptographic source. */
  readonly randomBytes: (count: number) => Uint8Array;
  /** SHA-256 of a text, hex. */
  readonly sha256: (text: string) => string;
};
