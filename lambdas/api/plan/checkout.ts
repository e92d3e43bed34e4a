import type { OrganizationId } from "../../../core/ids";
import type { PaidPlan } from "../../../core/plan/plans";
import type { User } from "../../../core/ports/directory";
import type { Payments } from "../../../core/ports/payments";
import { conflict } from "../problems";
import type { PlanParts } from "./parts";
import { syncPlan } from "./sync-plan";

const customerOf = async (
  organization: OrganizationId,
  { id, email }: Pick<User, "id" | "email">,
  payments: Payments,
  { plans }: PlanParts,
): Promise<string> => {
  const { customer } = await plans.read(organization);
  if (customer !== undefined) return customer;
  const made = await payments.createCustomer(organization, email, `${organization}-${id}`);
  return plans.linkCustomer(organization, made);
};

/**
 * Where to pay for a plan: for a first subscription a checkout, for one that goes on a page that
 * changes it, so that nobody pays twice.
 *
 * @throws RequestError 409 where it is the plan already.
 */
export const checkout = async (
  organization: OrganizationId,
  user: Pick<User, "id" | "email">,
  plan: PaidPlan,
  payments: Payments,
  parts: PlanParts,
): Promise<string> => {
  const customer = await customerOf(organization, user, payments, parts);
  const { subscription } = await syncPlan(organization, payments, parts);
  const page = `${parts.dashboardUrl}/plan`;
  if (subscription === undefined) {
    const returnTo = { paid: `${page}?checkout=paid`, left: page };
    return payments.createCheckout({ customer, plan, returnTo });
  }
  if (subscription.plan === plan) {
    const wayOut = subscription.endsWithPeriod ? "resume it" : "choose another";
    throw conflict("already_on_plan", `your plan is ${plan} already; ${wayOut}`);
  }
  const { id } = subscription;
  return payments.createPlanChange({ customer, subscription: id, plan, returnTo: page });
};
