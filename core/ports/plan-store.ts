import type { OrganizationId } from "../ids";
import type { Subscription } from "../plan/subscription";

/** What is known of an organization's payments. */
export type StoredPlan = {
  /** Counts the writes; 0: there is nothing. */
  readonly version: number;
  /** The payment service's id of the organization as a customer. */
  readonly customer?: string;
  readonly subscription?: Subscription;
};

export type PlanWrite = {
  readonly organization: OrganizationId;
  /** That was read before the payment service was asked: nothing newer is ever overwritten. */
  readonly version: number;
  /** Undefined: there is none. */
  readonly subscription: Subscription | undefined;
  /** The payment service's id of the event that this answers: it counts once. */
  readonly event?: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
};

/** What organizations pay for, as the payment service tells it. */
export interface PlanStore {
  /** A consistent read. */
  read(organization: OrganizationId): Promise<StoredPlan>;
  /** A consistent read; undefined: no customer of ours, or one whose organization is no more. */
  organizationOf(customer: string): Promise<OrganizationId | undefined>;
  /** The first customer of an organization stands. @returns the one that stands. */
  linkCustomer(organization: OrganizationId, customer: string): Promise<string>;
  /** Whether an event was answered; remembered for at least 30 days. */
  wasApplied(event: string): Promise<boolean>;
  /**
   * Writes the subscription, and in the same step that the event was answered. `stale`: somebody
   * wrote meanwhile, or the organization is no more; `applied`: the event was answered before. In
   * both cases nothing changed.
   */
  write(write: PlanWrite): Promise<"written" | "stale" | "applied">;
}
