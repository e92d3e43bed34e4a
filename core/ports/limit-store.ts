import type { KeyId, OrganizationId } from "../ids";
import type { PicoUsd } from "../money/amounts";
import type { Limits } from "./access-store";

/** Whose limits a request falls under. */
export type LimitedBy = {
  readonly organization: OrganizationId;
  readonly organizationLimits: Limits;
  readonly key: KeyId;
  readonly keyLimits: Limits;
  readonly timeZone: string;
};

export type LimitRefusal = {
  readonly scope: "key" | "organization";
  readonly limit: "requests-per-minute" | "daily-budget" | "monthly-budget";
  /** When the window ends, milliseconds since 1970 UTC. */
  readonly resetsAt: number;
};

/** What was set aside for one request; to be settled exactly once, with 0 if nothing was spent. */
export interface Reservation {
  settle(actual: PicoUsd): Promise<void>;
}

export interface LimitStore {
  /**
   * Sets `estimate` aside under every budget that applies, and counts one request, or changes
   * nothing. A reservation that is never settled is given back once it expires.
   */
  reserve(by: LimitedBy, estimate: PicoUsd, now: number): Promise<Reservation | LimitRefusal>;
  /** Gives back what crashed processes had set aside; returns how many leases it ended. */
  sweep(now: number): Promise<number>;
}
