import { RequestError } from "../../../core/errors";
import { PaymentSignatureError, type Payments } from "../../../core/ports/payments";
import type { PlanParts } from "./parts";
import { syncPlan } from "./sync-plan";

const read = (payments: Payments, body: string, signature: string | undefined) => {
  try {
    return payments.readEvent(body, signature ?? "");
  } catch (error) {
    if (!(error instanceof PaymentSignatureError)) throw error;
    throw new RequestError(
      400,
      "invalid_signature",
      "the event is not signed with this endpoint's secret within the last five minutes; " +
        "set STRIPE_WEBHOOK_SECRET to that of the endpoint",
    );
  }
};

/**
 * Takes word of a customer: each event counts once, and says only that there is news. Customers that
 * are none of ours are passed over, for one account of Stripe may have several endpoints.
 *
 * @throws RequestError 400 where the event is not signed.
 */
export const receiveEvent = async (
  body: string,
  signature: string | undefined,
  payments: Payments,
  parts: PlanParts,
): Promise<void> => {
  const event = read(payments, body, signature);
  if (event === undefined) return;
  const organization = await parts.plans.organizationOf(event.customer);
  if (organization === undefined) return;
  await syncPlan(organization, payments, parts, event.id);
};
