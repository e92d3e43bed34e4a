import type { Subscription } from "../../core/plan/subscription";
import type { PlanStore } from "../../core/ports/plan-store";
import { freshOrganization } from "./cloud";
import { noon } from "./limit-world";

export const subscriptionOf = (fields: Partial<Subscription> = {}): Subscription => ({
  id: "sub_1",
  plan: "pro",
  status: "active",
  endsWithPeriod: false,
  periodEndsAt: noon + 30 * 86_400_000,
  ...fields,
});

/** What was written last stands, by version; an event counts once. */
export const planStoreGuarantees = (open: () => PlanStore): void => {
  const linked = async () => {
    const store = open();
    const organization = freshOrganization();
    const customer = `cus_${organization}`;
    await store.linkCustomer(organization, customer);
    return { store, organization, customer };
  };

  test("nothing is known of an organization that never paid", async () => {
    expect(await open().read(freshOrganization())).toEqual({ version: 0 });
    expect(await open().organizationOf("cus_unknown")).toBeUndefined();
  });

  test("a customer leads to its organization, and the first one stands", async () => {
    const { store, organization, customer } = await linked();
    expect(await store.linkCustomer(organization, "cus_second")).toBe(customer);
    expect(await store.organizationOf(customer)).toBe(organization);
    expect(await store.organizationOf("cus_second")).toBeUndefined();
    expect(await store.read(organization)).toEqual({ version: 1, customer });
  });

  test("of customers linked at the same time one stands, for all", async () => {
    const store = open();
    const organization = freshOrganization();
    const all = [1, 2, 3, 4].map((at) =>
      store.linkCustomer(organization, `cus_${at}${organization}`),
    );
    const answers = await Promise.all(all);
    expect(new Set(answers).size).toBe(1);
    expect((await store.read(organization)).customer).toBe(answers[0]);
  });

  test("a subscription comes back with every field, and goes again", async () => {
    const { store, organization, customer } = await linked();
    const subscription = subscriptionOf({ status: "past-due", endsWithPeriod: true });
    const write = { organization, version: 1, subscription, at: noon };
    expect(await store.write(write)).toBe("written");
    expect(await store.read(organization)).toEqual({ version: 2, customer, subscription });
    const none = { organization, version: 2, subscription: undefined, at: noon };
    expect(await store.write(none)).toBe("written");
    expect(await store.read(organization)).toEqual({ version: 3, customer });
  });

  test("what was read before another write overwrites nothing", async () => {
    const { store, organization } = await linked();
    const write = (plan: "pro" | "team") =>
      store.write({ organization, version: 1, subscription: subscriptionOf({ plan }), at: noon });
    expect(await write("team")).toBe("written");
    expect(await write("pro")).toBe("stale");
    expect((await store.read(organization)).subscription?.plan).toBe("team");
  });

  test("nothing is made for an organization that is not there", async () => {
    const store = open();
    const organization = freshOrganization();
    const write = { organization, subscription: subscriptionOf(), event: "evt_gone", at: noon };
    expect(await store.write({ ...write, version: 0 })).toBe("stale");
    expect(await store.write({ ...write, version: 1 })).toBe("stale");
    expect(await store.read(organization)).toEqual({ version: 0 });
    expect(await store.wasApplied("evt_gone")).toBe(false);
  });

  test("an event counts once, and is known with its effect only", async () => {
    const { store, organization } = await linked();
    const event = `evt_${organization}`;
    const write = { organization, subscription: subscriptionOf(), event, at: noon };
    expect(await store.write({ ...write, version: 7 })).toBe("stale");
    expect(await store.wasApplied(event)).toBe(false);
    expect(await store.write({ ...write, version: 1 })).toBe("written");
    expect(await store.wasApplied(event)).toBe(true);
    expect(await store.write({ ...write, version: 2 })).toBe("applied");
    expect((await store.read(organization)).version).toBe(2);
  });

  test("of writes at the same time one is made", async () => {
    const { store, organization } = await linked();
    const subscription = subscriptionOf();
    const writes = [1, 2, 3, 4].map((at) =>
      store.write({
        organization,
        version: 1,
        subscription,
        event: `evt_${at}${organization}`,
        at: noon,
      }),
    );
    const outcomes = await Promise.all(writes);
    expect(outcomes.filter((one) => one === "written")).toHaveLength(1);
    expect((await store.read(organization)).version).toBe(2);
  });
};
