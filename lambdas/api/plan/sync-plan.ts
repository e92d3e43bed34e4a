import type { OrganizationId } from "../../../core/ids";
import type { Payments } from "../../../core/ports/payments";
import type { StoredPlan } from "../../../core/ports/plan-store";
import type { PlanParts } from "./parts";

/** Each stale write means that another one was made; so many in a row are given up. */
const mostTries = 10;

/**
 * Takes over what the payment service says at the moment. The version is read before it is asked, and
 * is the condition of the write: whatever order events come in, nothing that was asked for earlier
 * takes the place of what was asked for later.
 *
 * @param event - what it answers; one that was answered before changes nothing.
 */
export const syncPlan = async (
  organization: OrganizationId,
  payments: Pick<Payments, "currentSubscription">,
  { plans, now }: Pick<PlanParts, "plans" | "now">,
  event?: string,
): Promise<StoredPlan> => {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const { subscription: _, ...stored } = await plans.read(organization);
    const { customer, version } = stored;
    if (customer === undefined) return stored;
    if (event !== undefined && (await plans.wasApplied(event))) return plans.read(organization);
    const subscription = await payments.currentSubscription(customer);
    const outcome = await plans.write({
      organization,
      version,
      subscription,
      at: now(),
      ...(event !== undefined && { event }),
    });
    if (outcome === "written") {
      return { ...stored, version: version + 1, ...(subscription && { subscription }) };
    }
    if (outcome === "applied") return plans.read(organization);
  }
  throw new Error(`the plan of ${organization} was written by others ${mostTries} times in a row`);
};
