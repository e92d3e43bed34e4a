import { type PlanLimits, type PlanName, plans } from "./plans";

/** What of a plan is enforced. */
export type EnforcedLimit = Extract<keyof PlanLimits, "keys" | "members">;

const wayOut: Readonly<Record<EnforcedLimit, string>> = {
  keys: "revoke one that is not used, or upgrade under Plan",
  members: "take out a member, withdraw an invite, or upgrade under Plan",
};

/**
 * Why one more is not to be had.
 *
 * @param count - how many there are without it.
 * @returns undefined where the plan has room.
 */
export const refusalOf = (
  plan: PlanName,
  limit: EnforcedLimit,
  count: number,
): string | undefined => {
  const most = plans[plan][limit];
  if (most === null || count < most) return undefined;
  return `your plan ${plan} holds ${most} ${limit}, and ${count} are there; ${wayOut[limit]}`;
};
