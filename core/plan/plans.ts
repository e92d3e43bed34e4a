import type { paidPlans, planNames } from "../contract/plan";

export type PlanName = (typeof planNames)[number];
export type PaidPlan = (typeof paidPlans)[number];

/** What a plan holds; null: as many as one likes. */
export type PlanLimits = {
  /** A calendar month of the organization's clock; shown, and never enforced. */
  readonly requests: number | null;
  /** That are neither revoked nor expired. */
  readonly keys: number | null;
  readonly members: number | null;
};

export type Plan = PlanLimits & {
  /** What it costs a month, in whole µUSD, before taxes; shown, while the payment service bills. */
  readonly monthlyMicroUsd: number;
};

/**
 * What each plan holds where payments are set up. They are defaults for whoever offers SmashCost to
 * others: the prices must be those of the payment service, and both may be changed here.
 */
export const plans: Readonly<Record<PlanName, Plan>> = {
  "self-hosted": { monthlyMicroUsd: 0, requests: null, keys: null, members: null },
  free: { monthlyMicroUsd: 0, requests: 10_000, keys: 3, members: 2 },
  pro: { monthlyMicroUsd: 49_000_000, requests: 1_000_000, keys: 25, members: 10 },
  team: { monthlyMicroUsd: 199_000_000, requests: 10_000_000, keys: null, members: null },
};

/** The plans that can be had where payments are set up, the least first. */
export const offeredPlans = ["free", "pro", "team"] as const satisfies readonly PlanName[];
