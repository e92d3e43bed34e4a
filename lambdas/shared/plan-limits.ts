import { RequestError } from "../../core/errors";
import type { OrganizationId } from "../../core/ids";
import { type EnforcedLimit, refusalOf } from "../../core/plan/refusal";
import { standingOf } from "../../core/plan/subscription";
import type { PlanStore } from "../../core/ports/plan-store";

export type PlanLimits = {
  /**
   * Whether the plan has room for one more.
   *
   * @param count - how many there are without it.
   * @throws RequestError 402 `plan_limit`, with the way out.
   */
  check(organization: OrganizationId, limit: EnforcedLimit, count: number): Promise<void>;
};

/** To be lent where payments are set up; elsewhere nothing is limited. */
export const createPlanLimits = (
  plans: Pick<PlanStore, "read">,
  now: () => number,
): PlanLimits => ({
  async check(organization, limit, count) {
    const { subscription } = await plans.read(organization);
    const refusal = refusalOf(standingOf(subscription, now()).plan, limit, count);
    if (refusal !== undefined) throw new RequestError(402, "plan_limit", refusal);
  },
});
