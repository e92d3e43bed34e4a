import type { OrganizationId } from "../ids";
import type { PaidPlan } from "../plan/plans";
import type { Subscription } from "../plan/subscription";

/** Something happened to a customer; what, is asked of the payment service itself. */
export type PaymentEvent = {
  readonly id: string;
  /** As the payment service names it. */
  readonly kind: string;
  readonly customer: string;
};

export type CheckoutRequest = {
  readonly customer: string;
  readonly plan: PaidPlan;
  /** Where the browser goes afterwards. */
  readonly returnTo: { readonly paid: string; readonly left: string };
};

export type PlanChange = {
  readonly customer: string;
  readonly subscription: string;
  readonly plan: PaidPlan;
  readonly returnTo: string;
};

/** The payment service. Every call but `readEvent` goes over the network, and may be made again. */
export interface Payments {
  /**
   * @param requestId - the same one makes the same customer.
   * @returns the payment service's id of the customer.
   */
  createCustomer(organization: OrganizationId, email: string, requestId: string): Promise<string>;
  /** Where to pay for a first subscription. Pages that were opened before are closed. */
  createCheckout(request: CheckoutRequest): Promise<string>;
  /** Where to confirm another plan for a subscription that goes on. */
  createPlanChange(change: PlanChange): Promise<string>;
  /** Where invoices and cards are kept. */
  openPortal(customer: string, returnTo: string): Promise<string>;
  cancelAtPeriodEnd(subscription: string): Promise<void>;
  resume(subscription: string): Promise<void>;
  /** What the customer pays for at the moment: of several the highest plan; undefined: never any. */
  currentSubscription(customer: string): Promise<Subscription | undefined>;
  /** Ends all of the customer's subscriptions at once, for good, and closes what was left open. */
  removeCustomer(customer: string): Promise<void>;
  /**
   * Reads an event by its signature, over the body as it came.
   *
   * @returns undefined for one that is nothing to us.
   * @throws PaymentSignatureError
   */
  readEvent(body: string, signature: string): PaymentEvent | undefined;
}

/** It is not signed by the payment service for us, or was signed too long ago. */
export class PaymentSignatureError extends Error {
  override readonly name = "PaymentSignatureError";
}
