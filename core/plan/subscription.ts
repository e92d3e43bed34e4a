import type { PlanAnswer } from "../contract/plan";
import type { PaidPlan, PlanName } from "./plans";

/** What an organization pays for, as the payment service last told of it. */
export type Subscription = {
  /** The payment service's id. */
  readonly id: string;
  readonly plan: PaidPlan;
  /** `past-due`: a payment failed and is being tried again; the plan holds meanwhile. */
  readonly status: "active" | "past-due";
  /** It was cancelled, and ends with the period. */
  readonly endsWithPeriod: boolean;
  /** When what was paid for ends, milliseconds since 1970 UTC. */
  readonly periodEndsAt: number;
};

/** What holds at an instant. */
export type Standing = {
  readonly plan: PlanName;
  readonly status: PlanAnswer["status"];
  /** Milliseconds since 1970 UTC; absent: there is no paid period. */
  readonly periodEndsAt?: number;
  /** Absent: the same. */
  readonly nextPlan?: PlanName;
};

/** What an organization has where no payments are set up. */
export const selfHosted: Standing = { plan: "self-hosted", status: "self-hosted" };

const free: Standing = { plan: "free", status: "free" };

/**
 * Which plan a subscription gives at an instant. A cancelled one ends with its period whether or not
 * the payment service has told so; one that goes on holds until it is told to have ended, for a
 * customer who pays must not lose the plan because word of it is late.
 *
 * @param now - milliseconds since 1970 UTC.
 */
export const standingOf = (subscription: Subscription | undefined, now: number): Standing => {
  if (subscription === undefined) return free;
  const { plan, status, endsWithPeriod, periodEndsAt } = subscription;
  if (!endsWithPeriod) return { plan, status, periodEndsAt };
  return periodEndsAt <= now ? free : { plan, status: "ending", periodEndsAt, nextPlan: "free" };
};

/** Whether the payment service must have had news that did not arrive: the period is over. */
export const isOverdue = (subscription: Subscription | undefined, now: number): boolean =>
  subscription !== undefined && subscription.periodEndsAt <= now;
