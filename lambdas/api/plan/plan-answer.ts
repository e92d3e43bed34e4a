import type { PlanAnswer } from "../../../core/contract/plan";
import type { OrganizationId } from "../../../core/ids";
import { budgetMonth } from "../../../core/money/budget-window";
import { offeredPlans, plans } from "../../../core/plan/plans";
import { type Standing, selfHosted, standingOf } from "../../../core/plan/subscription";
import type { StoredPlan } from "../../../core/ports/plan-store";
import { requestsIn } from "../../../core/usage/cells/cell-block";
import type { PlanParts } from "./parts";

const requestsThisMonth = async (
  organization: OrganizationId,
  { registry, usage, now }: PlanParts,
): Promise<number> => {
  const settings = await registry.findOrganization(organization);
  const { start, end } = budgetMonth(settings?.timeZone ?? "UTC", now());
  const days = await usage.cells({ organization, from: start, to: end }, "day");
  return days.reduce((sum, day) => sum + requestsIn(day), 0);
};

const activeKeys = async (organization: OrganizationId, { registry, now }: PlanParts) => {
  const at = now();
  const keys = await registry.listKeys(organization);
  return keys.filter(
    ({ revokedAt, expiresAt }) =>
      revokedAt === undefined && (expiresAt === undefined || expiresAt > at),
  ).length;
};

const usageOf = async (
  organization: OrganizationId,
  { plan }: Standing,
  parts: PlanParts,
): Promise<PlanAnswer["usage"]> => {
  const [requests, keys, members] = await Promise.all([
    requestsThisMonth(organization, parts),
    activeKeys(organization, parts),
    parts.directory.listMembers(organization),
  ]);
  const limits = plans[plan];
  return {
    requests: { used: requests, limit: limits.requests },
    keys: { used: keys, limit: limits.keys },
    members: { used: members.length, limit: limits.members },
  };
};

/** @param stored - undefined where no payments are set up. */
export const toPlanAnswer = async (
  organization: OrganizationId,
  stored: StoredPlan | undefined,
  parts: PlanParts,
): Promise<PlanAnswer> => {
  const standing = stored ? standingOf(stored.subscription, parts.now()) : selfHosted;
  const { plan, status, periodEndsAt, nextPlan } = standing;
  return {
    plan,
    status,
    periodEndsAt: periodEndsAt === undefined ? null : new Date(periodEndsAt).toISOString(),
    nextPlan: nextPlan ?? null,
    usage: await usageOf(organization, standing, parts),
    plans: stored ? offeredPlans.map((offered) => ({ plan: offered, ...plans[offered] })) : [],
  };
};
