import type { ProviderId } from "../catalog/provider-id";
import type { OrganizationId } from "../ids";

/** Leave to have one stored credential tested, once and soon. */
export type TestTicket = {
  readonly organization: OrganizationId;
  /** SHA-256 of the nonce that whoever redeems it has to know, hex. */
  readonly nonceHash: string;
  readonly provider: ProviderId;
  /** Milliseconds since 1970 UTC. */
  readonly expiresAt: number;
};

/**
 * How the control plane, which can't open credentials, has the gateway do it, which takes orders
 * from nobody: the one writes a ticket, the other finds it.
 */
export interface TestTickets {
  issue(ticket: TestTicket): Promise<void>;
  /** True for the first who asks, while it is valid, and for nobody else. */
  redeem(ticket: Omit<TestTicket, "expiresAt">, now: number): Promise<boolean>;
}
