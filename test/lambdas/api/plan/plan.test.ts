import fc from "fast-check";
import Stripe from "stripe";
import type { UserId } from "../../../../core/contract/fields";
import type { KeyId, OrganizationId } from "../../../../core/ids";
import type { PlanStore } from "../../../../core/ports/plan-store";
import type { Acting } from "../../../../lambdas/api/actor";
import { createPlanHandlers, type PlanParts } from "../../../../lambdas/api/plan/handlers";
import { createPlanLimits } from "../../../../lambdas/shared/plan-limits";
import { createStripePayments } from "../../../../lambdas/shared/stripe-payments";
import { keyRecord } from "../../../contracts/access-store-guarantees";
import { noon } from "../../../contracts/limit-world";
import { usageEvent } from "../../../contracts/usage-event-arbitrary";
import { createMemoryPlans } from "../../../fakes/memory-plan-store";
import { createMemoryUsageStore } from "../../../fakes/memory-usage-store";
import {
  type FakeStripe,
  type FakeSubscription,
  startFakeStripe,
} from "../../../support/fake-stripe";

const organization = "Acme00000000" as OrganizationId;
const webhookSecret = "whsec_test";
const prices = { pro: "price_pro", team: "price_team" };
const dayMs = 86_400_000;
const user = {
  id: "11111111-1111-4111-8111-111111111111" as unknown as UserId,
  email: "owner@example.com",
  createdAt: noon,
  sessionsFrom: 0,
};
const actor: Acting = { user, organization, role: "owner" };
const common = { actor, params: {}, query: {}, headers: {}, note: () => undefined };
const asked = { ...common, body: undefined };

const openWorld = async (stripe: FakeStripe | undefined, more: Partial<PlanParts> = {}) => {
  let clock = noon;
  const now = () => clock;
  const plans: PlanStore = createMemoryPlans();
  const usage = createMemoryUsageStore();
  const payments =
    stripe &&
    createStripePayments({
      secretKey: "sk_test_1",
      webhookSecret,
      prices,
      now,
      apiBase: stripe.apiBase,
    });
  const keys = [
    keyRecord(),
    keyRecord({ id: "Key0000002" as KeyId, revokedAt: 1 }),
    keyRecord({ id: "Key0000003" as KeyId, expiresAt: noon }),
  ];
  const handlers = createPlanHandlers({
    plans,
    payments,
    usage,
    registry: {
      listKeys: async () => keys,
      findOrganization: async () => ({ timeZone: "America/New_York" }),
    },
    directory: {
      listMembers: async () => [{ user: user.id, email: user.email, role: "owner", since: noon }],
    },
    dashboardUrl: "https://dashboard.example.com",
    now,
    ...more,
  });
  const deliver = (event: object, secret = webhookSecret, sentAt = clock) => {
    const payload = JSON.stringify(event);
    const timestamp = Math.floor(sentAt / 1_000);
    const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
    const headers = { "stripe-signature": signature };
    return handlers["plan.webhook"]({ ...common, actor: undefined, headers, body: payload });
  };
  const setClock = (at: number) => {
    clock = at;
  };
  return { handlers, plans, usage, deliver, setClock, now };
};

const subscription = (fields: Partial<FakeSubscription> = {}): FakeSubscription => ({
  id: "sub_1",
  customer: "cus_1",
  price: prices.pro,
  status: "active",
  periodEnd: (noon + 30 * dayMs) / 1_000,
  ...fields,
});

const eventOf = (type: string, id = "evt_1", customer = "cus_1") => ({
  id,
  object: "event",
  type,
  created: noon / 1_000,
  data: { object: { customer } },
});

const updated = (id?: string, customer?: string) =>
  eventOf("customer.subscription.updated", id, customer);

describe("without payments", () => {
  test("all is unlimited, and nothing is for sale", async () => {
    const { handlers } = await openWorld(undefined);
    expect(await handlers["plan.get"](asked)).toMatchObject({
      plan: "self-hosted",
      status: "self-hosted",
      plans: [],
      usage: {
        requests: { limit: null },
        keys: { used: 1, limit: null },
        members: { limit: null },
      },
    });
  });

  test.each(["plan.checkout", "plan.portal", "plan.cancel", "plan.resume"] as const)(
    "%s says so",
    async (id) => {
      const { handlers } = await openWorld(undefined);
      const run = async () => handlers[id]({ ...common, body: { plan: "pro" } } as never);
      await expect(run()).rejects.toMatchObject({ status: 409, code: "payments_not_configured" });
    },
  );
});

describe("plans by Stripe", () => {
  let stripe: FakeStripe;
  beforeEach(async () => {
    stripe = await startFakeStripe();
  });
  afterEach(() => stripe.close());

  const checkout = (plan: "pro" | "team") => ({ ...common, body: { plan } });

  /** A customer who has been at the checkout; what came of it is the test's. */
  const customer = async () => {
    const world = await openWorld(stripe);
    await world.handlers["plan.checkout"](checkout("pro"));
    return world;
  };

  test("the month's requests are those of the organization's own clock", async () => {
    const { handlers, usage } = await openWorld(stripe);
    const timeZone = "America/New_York";
    const beginning = Date.parse("2026-11-01T04:00:00Z");
    const at = (instant: number, serial: number) =>
      usageEvent({ at: instant, organization, timeZone }, serial);
    await usage.record([at(beginning - 1, 1), at(beginning, 2), at(noon, 3)]);
    expect(await handlers["plan.get"](asked)).toMatchObject({
      plan: "free",
      usage: { requests: { used: 2, limit: 10_000 }, keys: { used: 1 }, members: { used: 1 } },
    });
  });

  test("a first checkout sells the plan's price to a customer of ours", async () => {
    const { handlers } = await openWorld(stripe);
    const { url } = await handlers["plan.checkout"](checkout("team"));
    expect(url).toBe("https://checkout.stripe.com/cs_1");
    const [made] = stripe.calls.filter(({ call }) => call === "POST /v1/checkout/sessions");
    expect(made?.form).toMatchObject({
      mode: "subscription",
      customer: "cus_1",
      "line_items[0][price]": "price_team",
    });
    expect(stripe.customers.get("cus_1")).toMatchObject({
      email: "owner@example.com",
      "metadata[organization]": organization,
    });
  });

  test("a second checkout closes the page of the first, for the same customer", async () => {
    const { handlers } = await customer();
    await handlers["plan.checkout"](checkout("team"));
    expect([...stripe.sessions.values()].map(({ status }) => status)).toEqual(["expired", "open"]);
    expect(stripe.customers.size).toBe(1);
  });

  test("whoever has a plan changes it instead of buying another", async () => {
    const { handlers } = await customer();
    stripe.subscriptions.set("sub_1", subscription());
    const { url } = await handlers["plan.checkout"](checkout("team"));
    expect(url).toContain("billing.stripe.com");
    await expect(handlers["plan.checkout"](checkout("pro"))).rejects.toMatchObject({
      status: 409,
      code: "already_on_plan",
    });
  });

  test("a paid checkout gives the plan", async () => {
    const { handlers, deliver } = await customer();
    stripe.subscriptions.set("sub_1", subscription());
    await deliver(eventOf("checkout.session.completed"));
    expect(await handlers["plan.get"](asked)).toMatchObject({
      plan: "pro",
      status: "active",
      periodEndsAt: new Date(noon + 30 * dayMs).toISOString(),
      nextPlan: null,
    });
  });

  test.each([
    { status: "past_due", shown: { plan: "pro", status: "past-due" } },
    { status: "trialing", shown: { plan: "pro", status: "active" } },
    { status: "unpaid", shown: { plan: "free", status: "free" } },
    { status: "incomplete", shown: { plan: "free", status: "free" } },
    { status: "canceled", shown: { plan: "free", status: "free" } },
  ])("$status is shown as $shown.status", async ({ status, shown }) => {
    const { handlers, deliver } = await customer();
    stripe.subscriptions.set("sub_1", subscription({ status }));
    await deliver(eventOf("invoice.payment_failed"));
    expect(await handlers["plan.get"](asked)).toMatchObject(shown);
  });

  test("cancelled, it holds to the end of the period and no longer; resumed, it goes on", async () => {
    const { handlers, deliver, setClock } = await customer();
    stripe.subscriptions.set("sub_1", subscription());
    await deliver(updated());
    const ending = { plan: "pro", status: "ending", nextPlan: "free" };
    expect(await handlers["plan.cancel"](asked)).toMatchObject(ending);
    expect(await handlers["plan.cancel"](asked)).toMatchObject(ending);
    expect(await handlers["plan.resume"](asked)).toMatchObject({
      status: "active",
      nextPlan: null,
    });
    await handlers["plan.cancel"](asked);
    setClock(noon + 30 * dayMs);
    expect(await handlers["plan.get"](asked)).toMatchObject({ plan: "free", status: "free" });
  });

  test("nothing can be cancelled where nothing is paid", async () => {
    const { handlers } = await openWorld(stripe);
    for (const id of ["plan.cancel", "plan.resume", "plan.portal"] as const) {
      await expect(handlers[id](asked)).rejects.toMatchObject({ code: "no_subscription" });
    }
  });

  test("a renewal whose event got lost is asked for", async () => {
    const { handlers, deliver, setClock } = await customer();
    stripe.subscriptions.set("sub_1", subscription());
    await deliver(updated());
    const periodEnd = (noon + 61 * dayMs) / 1_000;
    stripe.subscriptions.set("sub_1", subscription({ periodEnd }));
    setClock(noon + 31 * dayMs);
    const periodEndsAt = new Date(periodEnd * 1_000).toISOString();
    expect(await handlers["plan.get"](asked)).toMatchObject({ status: "active", periodEndsAt });
  });

  test("a subscription at a price that is sold no more keeps its plan", async () => {
    const { handlers, deliver } = await customer();
    const metadata = { plan: "team" };
    stripe.subscriptions.set("sub_1", subscription({ price: "price_of_last_year", metadata }));
    await deliver(updated());
    expect(await handlers["plan.get"](asked)).toMatchObject({ plan: "team" });
  });

  test("an event that is signed by another, or long ago, is refused and changes nothing", async () => {
    const { plans, deliver } = await customer();
    stripe.subscriptions.set("sub_1", subscription());
    const before = await plans.read(organization);
    const refused = { status: 400, code: "invalid_signature" };
    await expect(deliver(updated(), "whsec_other")).rejects.toMatchObject(refused);
    const early = noon - 301_000;
    await expect(deliver(updated(), webhookSecret, early)).rejects.toMatchObject(refused);
    expect(await plans.read(organization)).toEqual(before);
  });

  test("an event without a signature, or of another body, is refused", async () => {
    const { handlers } = await customer();
    const body = JSON.stringify(updated());
    const timestamp = Math.floor(noon / 1_000);
    const secret = webhookSecret;
    const header = Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp });
    const send = (headers: Record<string, string>, text: string) =>
      handlers["plan.webhook"]({ ...common, actor: undefined, headers, body: text });
    const refused = { status: 400, code: "invalid_signature" };
    await expect(send({}, body)).rejects.toMatchObject(refused);
    const changed = body.replace("cus_1", "cus_2");
    await expect(send({ "stripe-signature": header }, changed)).rejects.toMatchObject(refused);
  });

  test("customers of others and other events are passed over, and change nothing", async () => {
    const { plans, deliver } = await customer();
    stripe.subscriptions.set("sub_1", subscription());
    const before = await plans.read(organization);
    await deliver(updated("evt_2", "cus_unknown"));
    await deliver(eventOf("customer.updated", "evt_3"));
    expect(await plans.read(organization)).toEqual(before);
    expect(await plans.wasApplied("evt_2")).toBe(false);
  });

  test("the same event twice, also at the same time, counts once", async () => {
    const { plans, deliver } = await customer();
    stripe.subscriptions.set("sub_1", subscription());
    const { version } = await plans.read(organization);
    await Promise.all([deliver(updated()), deliver(updated()), deliver(updated())]);
    await deliver(updated());
    expect((await plans.read(organization)).version).toBe(version + 1);
  });

  test("in whatever order, how often and how much at once events come, the last state stands", async () => {
    const states = ["active", "past_due", "unpaid", "canceled"] as const;
    const histories = fc.array(
      fc.record({ status: fc.constantFrom(...states), team: fc.boolean() }),
      { minLength: 1, maxLength: 4 },
    );
    const deliveries = fc.array(fc.nat(3), { minLength: 1, maxLength: 6 });
    const property = fc.asyncProperty(histories, deliveries, async (history, order) => {
      stripe.customers.clear();
      stripe.subscriptions.clear();
      const { handlers, deliver } = await customer();
      // What happened at Stripe, one after the other; each with an event, some of them sent at once.
      const early: Promise<unknown>[] = [];
      for (const [at, { status, team }] of history.entries()) {
        const price = team ? prices.team : prices.pro;
        stripe.subscriptions.set("sub_1", subscription({ status, price }));
        if (order.includes(at)) early.push(deliver(updated(`evt_${at}`)));
      }
      await Promise.all(early);
      const last = history.length - 1;
      const late = [...order.map((at) => at % history.length), last];
      await Promise.all(late.map((at) => deliver(updated(`evt_late_${at}`))));
      const { status, team } = history[last] ?? { status: "active", team: false };
      const holds = status === "active" || status === "past_due";
      const plan = holds ? (team ? "team" : "pro") : "free";
      expect(await handlers["plan.get"](asked)).toMatchObject({ plan });
    });
    await fc.assert(property, { numRuns: 25 });
  });

  test("limits are the plan's, and the refusal tells the way out", async () => {
    const { plans, deliver, now } = await customer();
    const limits = createPlanLimits(plans, now);
    await limits.check(organization, "keys", 2);
    await expect(limits.check(organization, "keys", 3)).rejects.toMatchObject({
      status: 402,
      code: "plan_limit",
      message: expect.stringContaining("upgrade") as string,
    });
    stripe.subscriptions.set("sub_1", subscription({ price: prices.team }));
    await deliver(updated());
    await limits.check(organization, "keys", 1_000);
    await limits.check(organization, "members", 1_000);
  });
});
