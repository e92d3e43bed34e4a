import type Stripe from "stripe";
import { paidPlans } from "../../core/contract/plan";
import type { PaidPlan } from "../../core/plan/plans";
import type { Subscription } from "../../core/plan/subscription";

/** Stripe's id of each plan's monthly price. */
export type PriceIds = Readonly<Record<PaidPlan, string>>;

/**
 * Under which of Stripe's statuses a plan holds: not before the first payment, nor once Stripe has
 * given up on one. Source: https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses
 * (read 2026-11-24).
 */
const holding: Readonly<Record<string, Subscription["status"]>> = {
  active: "active",
  trialing: "active",
  past_due: "past-due",
};

/** By the price; one that is sold no more is known by what was noted when it was bought. */
const planOf = (
  { metadata, items }: Stripe.Subscription,
  prices: PriceIds,
): PaidPlan | undefined => {
  const bought = items.data[0]?.price.id;
  return (
    paidPlans.find((plan) => prices[plan] === bought) ??
    paidPlans.find((plan) => plan === metadata.plan)
  );
};

/** Undefined where it gives no plan: unpaid, ended, or of something else. */
export const toSubscription = (
  subscription: Stripe.Subscription,
  prices: PriceIds,
): Subscription | undefined => {
  const { id, items, cancel_at, cancel_at_period_end } = subscription;
  const status = holding[subscription.status];
  const plan = planOf(subscription, prices);
  const periodEnd = cancel_at ?? items.data[0]?.current_period_end;
  if (status === undefined || plan === undefined || periodEnd === undefined) return undefined;
  return {
    id,
    plan,
    status,
    endsWithPeriod: cancel_at_period_end || cancel_at !== null,
    periodEndsAt: periodEnd * 1_000,
  };
};

/** Of several the one that gives most: one that goes on before one that ends, then the higher plan. */
export const currentOf = (all: readonly Subscription[]): Subscription | undefined => {
  const rank = ({ plan, endsWithPeriod }: Subscription) =>
    (endsWithPeriod ? 0 : paidPlans.length) + paidPlans.indexOf(plan);
  return [...all].sort((a, b) => rank(b) - rank(a))[0];
};
