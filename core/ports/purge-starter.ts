import type { OrganizationId } from "../ids";

/** Who asked for an organization to be deleted, and where the receipt goes. */
export type PurgeRequest = {
  readonly organization: OrganizationId;
  /** As the receipt calls it. */
  readonly name: string;
  /** IANA name: in which the receipt says times. */
  readonly timeZone: string;
  /** The e-mail address of who asked. */
  readonly requestedBy: string;
  /** Milliseconds since 1970 UTC. */
  readonly requestedAt: number;
};

export interface PurgeStarter {
  /** Once it resolves the organization will be deleted, whatever happens. The first request stands. */
  start(request: PurgeRequest): Promise<void>;
}
