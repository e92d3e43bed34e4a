import Stripe from "stripe";
import { type PaymentEvent, PaymentSignatureError, type Payments } from "../../core/ports/payments";
import { currentOf, type PriceIds, toSubscription } from "./stripe-subscription";

export type StripeOptions = {
  readonly secretKey: string;
  readonly webhookSecret: string;
  readonly prices: PriceIds;
  /** Milliseconds since 1970 UTC: signatures are good for five minutes. */
  readonly now: () => number;
  /** @default Stripe's own address */
  readonly apiBase?: string;
};

/**
 * Word of a customer's subscriptions. What they say is not taken from the event, which may be old or
 * come twice: it is asked for. Source: https://docs.stripe.com/webhooks#event-ordering and
 * https://docs.stripe.com/billing/subscriptions/webhooks (read 2026-11-24).
 */
const heeded: ReadonlySet<string> = new Set([
  "checkout.session.completed",
  "customer.subscription.created",
  "customer.subscription.updated",
  "customer.subscription.deleted",
  "invoice.payment_failed",
]);

/** The dashboard waits for the answer, and the API in front of it for no longer than 30 s. */
const patience = { timeout: 10_000, maxNetworkRetries: 1 };

const addressOf = (apiBase: string): Stripe.StripeConfig => {
  const { protocol, hostname, port } = new URL(apiBase);
  return {
    protocol: protocol === "http:" ? "http" : "https",
    host: hostname,
    ...(port !== "" && { port }),
  };
};

const isMissing = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeError && error.code === "resource_missing";

const customerIn = (event: Stripe.Event): string | undefined => {
  const { customer } = event.data.object as { readonly customer?: string | { id: string } | null };
  return typeof customer === "string" ? customer : customer?.id;
};

const readEvent = (
  stripe: Stripe,
  { webhookSecret, now }: StripeOptions,
  body: string,
  signature: string,
): PaymentEvent | undefined => {
  const { DEFAULT_TOLERANCE: tolerance } = stripe.webhooks;
  let event: Stripe.Event;
  try {
    const at = now();
    event = stripe.webhooks.constructEvent(
      body,
      signature,
      webhookSecret,
      tolerance,
      undefined,
      at,
    );
  } catch (cause) {
    throw new PaymentSignatureError("the event is not signed for us, or too old", { cause });
  }
  const customer = heeded.has(event.type) ? customerIn(event) : undefined;
  return customer === undefined ? undefined : { id: event.id, kind: event.type, customer };
};

const checkouts = (
  stripe: Stripe,
  prices: PriceIds,
): Pick<Payments, "createCheckout" | "createPlanChange" | "openPortal"> => ({
  async createCheckout({ customer, plan, returnTo }) {
    // Two pages that are both paid would be two subscriptions.
    const open = await stripe.checkout.sessions.list({ customer, status: "open", limit: 100 });
    for (const { id } of open.data) await stripe.checkout.sessions.expire(id);
    const { url } = await stripe.checkout.sessions.create({
      mode: "subscription",
      customer,
      line_items: [{ price: prices[plan], quantity: 1 }],
      subscription_data: { metadata: { plan } },
      success_url: returnTo.paid,
      cancel_url: returnTo.left,
    });
    if (!url) throw new Error("Stripe gave a checkout session without an address");
    return url;
  },

  async createPlanChange({ customer, subscription, plan, returnTo }) {
    const { items } = await stripe.subscriptions.retrieve(subscription);
    const [item] = items.data;
    if (!item) throw new Error("Stripe knows a subscription without an item");
    const { url } = await stripe.billingPortal.sessions.create({
      customer,
      return_url: returnTo,
      flow_data: {
        type: "subscription_update_confirm",
        subscription_update_confirm: {
          subscription,
          items: [{ id: item.id, price: prices[plan], quantity: 1 }],
        },
      },
    });
    return url;
  },

  async openPortal(customer, returnTo) {
    const { url } = await stripe.billingPortal.sessions.create({ customer, return_url: returnTo });
    return url;
  },
});

const endings = (stripe: Stripe): Pick<Payments, "cancelAtPeriodEnd" | "resume"> => ({
  async cancelAtPeriodEnd(subscription) {
    await stripe.subscriptions.update(subscription, { cancel_at_period_end: true });
  },

  async resume(subscription) {
    const { cancel_at_period_end, cancel_at } = await stripe.subscriptions.retrieve(subscription);
    // The portal may have set a date instead; the two are never given together.
    if (cancel_at_period_end) {
      await stripe.subscriptions.update(subscription, { cancel_at_period_end: false });
    } else if (cancel_at !== null) {
      await stripe.subscriptions.update(subscription, { cancel_at: "" });
    }
  },
});

const customers = (
  stripe: Stripe,
  prices: PriceIds,
): Pick<Payments, "createCustomer" | "currentSubscription" | "removeCustomer"> => ({
  async createCustomer(organization, email, requestId) {
    const { id } = await stripe.customers.create(
      { email, metadata: { organization } },
      { idempotencyKey: requestId },
    );
    return id;
  },

  async currentSubscription(customer) {
    try {
      // Without those that have ended.
      const { data } = await stripe.subscriptions.list({ customer, limit: 100 });
      return currentOf(data.flatMap((one) => toSubscription(one, prices) ?? []));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },

  async removeCustomer(customer) {
    try {
      // "Also immediately cancels any active subscriptions on the customer":
      // https://docs.stripe.com/api/customers/delete (read 2026-11-24).
      await stripe.customers.del(customer);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  },
});

/** Payments by Stripe. Nothing is asked of the network before the first call. */
export const createStripePayments = (options: StripeOptions): Payments => {
  const { secretKey, prices, apiBase } = options;
  const stripe = new Stripe(secretKey, {
    ...patience,
    telemetry: false,
    ...(apiBase !== undefined && addressOf(apiBase)),
  });
  return {
    ...customers(stripe, prices),
    ...checkouts(stripe, prices),
    ...endings(stripe),
    readEvent: (body, signature) => readEvent(stripe, options, body, signature),
  };
};
