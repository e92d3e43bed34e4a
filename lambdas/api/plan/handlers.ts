import type { planOperations } from "../../../core/contract/plan";
import type { OrganizationId } from "../../../core/ids";
import { isOverdue, type Subscription } from "../../../core/plan/subscription";
import type { Payments } from "../../../core/ports/payments";
import type { HandlersOf } from "../handler";
import { conflict } from "../problems";
import { checkout } from "./checkout";
import type { PlanParts } from "./parts";
import { toPlanAnswer } from "./plan-answer";
import { receiveEvent } from "./receive-event";
import { syncPlan } from "./sync-plan";

export type { PlanParts } from "./parts";

const paymentsOf = ({ payments }: PlanParts): Payments => {
  if (payments) return payments;
  throw conflict(
    "payments_not_configured",
    "no payments are set up here, and nothing is limited; set the STRIPE_ variables to offer plans",
  );
};

const noSubscription = () =>
  conflict("no_subscription", "there is no paid plan; choose one under Plan");

const current = async (organization: OrganizationId, parts: PlanParts) => {
  const { payments, plans, now } = parts;
  if (!payments) return undefined;
  const stored = await plans.read(organization);
  return isOverdue(stored.subscription, now()) ? syncPlan(organization, payments, parts) : stored;
};

/** Changes the subscription where it is there, and takes over what came of it. */
const change = async (
  organization: OrganizationId,
  parts: PlanParts,
  ask: (payments: Payments, subscription: Subscription) => Promise<void>,
) => {
  const payments = paymentsOf(parts);
  const { subscription } = await syncPlan(organization, payments, parts);
  if (!subscription) throw noSubscription();
  await ask(payments, subscription);
  const stored = await syncPlan(organization, payments, parts);
  return toPlanAnswer(organization, stored, parts);
};

export const createPlanHandlers = (parts: PlanParts): HandlersOf<typeof planOperations> => ({
  "plan.get": async ({ actor: { organization } }) =>
    toPlanAnswer(organization, await current(organization, parts), parts),

  "plan.checkout": async ({ actor, body: { plan }, note }) => {
    note({ target: plan });
    const { organization, user } = actor;
    return { url: await checkout(organization, user, plan, paymentsOf(parts), parts) };
  },

  "plan.portal": async ({ actor: { organization } }) => {
    const payments = paymentsOf(parts);
    const { customer } = await parts.plans.read(organization);
    if (customer === undefined) throw noSubscription();
    return { url: await payments.openPortal(customer, `${parts.dashboardUrl}/plan`) };
  },

  "plan.cancel": ({ actor: { organization }, note }) =>
    change(organization, parts, async (payments, { id, plan, endsWithPeriod }) => {
      note({ target: plan });
      if (!endsWithPeriod) await payments.cancelAtPeriodEnd(id);
    }),

  "plan.resume": ({ actor: { organization }, note }) =>
    change(organization, parts, async (payments, { id, plan, endsWithPeriod }) => {
      note({ target: plan });
      if (endsWithPeriod) await payments.resume(id);
    }),

  "plan.webhook": async ({ body, headers }) => {
    await receiveEvent(body, headers["stripe-signature"], paymentsOf(parts), parts);
    return undefined;
  },
});
