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
   * nothing. A reservation that is never settled, as its process died, is given back once it
   * expires and the budget is needed.
   */
  reserve(by: LimitedBy, estimate: PicoUsd): Promise<Reservation | LimitRefusal>;
}

export const isRefusal = (answer: Reservation | LimitRefusal): answer is LimitRefusal =>
  "limit" in answer;
