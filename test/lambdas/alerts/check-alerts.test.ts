import { alertEventDetail } from "../../../core/alerts/alert-event";
import type { OrganizationId } from "../../../core/ids";
import { acme, createWorld, minuteMs, noon } from "./world";

const fiveDollars = { thresholdMicroUsd: 5_000_000, recipients: [] };

test("a crossing is mailed to each owner and admin, published and put on the bus, once", async () => {
  const { store, spend, check, pass, mails, messages, bus, counts, spends } = createWorld();
  await store.putSettings(acme, fiveDollars);
  await check();
  await spend(4, "globex");
  await spend(2);
  await check();
  await pass(5);
  expect(mails.map(({ to }) => to)).toEqual(["owner@example.com", "admin@example.com"]);
  expect(messages).toHaveLength(1);
  expect(bus.map(({ type }) => type)).toEqual(["Spend alert fired"]);
  expect(counts.fired).toBe(1);
  expect(spends.at(-1)).toEqual({ organization: acme, sum: 6_000_000_000_000n });
});

test("mail, message and event say how much, when and who", async () => {
  const { store, spend, check, mails, messages, bus } = createWorld();
  await store.putSettings(acme, { ...fiveDollars, recipients: ["finance@example.com"] });
  await spend(4, "globex");
  await spend(2);
  await check();
  const [mail] = mails;
  expect(mail?.to).toBe("finance@example.com");
  for (const word of [
    "Acme",
    "$6.00",
    "$5.00",
    "globex",
    "https://dashboard.example.com/requests?from=",
  ]) {
    expect(mail?.letter.text).toContain(word);
  }
  expect(messages[0]?.attributes).toEqual({
    kind: "fired",
    organization: acme,
    thresholdMicroUsd: "5000000",
    sumPicoUsd: "6000000000000",
  });
  expect(alertEventDetail.parse(bus[0]?.detail)).toMatchObject({
    organization: acme,
    sum: "6000000000000",
    from: "2026-11-24T11:01:00.000Z",
    to: "2026-11-24T12:01:00.000Z",
    firedAt: new Date(noon).toISOString(),
    customers: [
      { customer: "globex", cost: "4000000000000" },
      { customer: null, cost: "2000000000000" },
    ],
    customersExact: true,
  });
});

test("checks that run at the same time tell it once", async () => {
  const { store, spend, check, mails, messages, bus } = createWorld();
  await store.putSettings(acme, fiveDollars);
  await spend(6);
  await Promise.all([check(), check(), check()]);
  expect(mails).toHaveLength(2);
  expect(messages).toHaveLength(1);
  expect(bus).toHaveLength(1);
});

test("once it fell below, the end goes to the bus, and the next passing is mailed again", async () => {
  const { store, spend, check, pass, mails, bus } = createWorld();
  await store.putSettings(acme, { ...fiveDollars, recipients: ["a@example.com"] });
  await spend(6);
  await check();
  await pass(80);
  expect(bus.map(({ type }) => type)).toEqual(["Spend alert fired", "Spend alert ended"]);
  expect(alertEventDetail.parse(bus[1]?.detail).endedAt).toBeDefined();
  expect(mails).toHaveLength(1);
  await spend(6);
  await check();
  expect(mails).toHaveLength(2);
  expect(await store.crossings(acme, 10)).toHaveLength(2);
});

test("the peak is the highest sum while it lasted", async () => {
  const { store, spend, check, pass } = createWorld();
  await store.putSettings(acme, fiveDollars);
  await spend(6);
  await check();
  await pass(1);
  await spend(3);
  await pass(100);
  expect(await store.crossings(acme, 10)).toMatchObject([
    { sum: 6_000_000_000_000n, peak: 9_000_000_000_000n, endedAt: expect.any(Number) },
  ]);
});

test("what did not get through is tried again, and nobody is told twice", async () => {
  const { store, spend, check, pass, mails, messages, bus, failing } = createWorld();
  await store.putSettings(acme, fiveDollars);
  failing.addresses.add("owner@example.com");
  failing.topic = true;
  await spend(6);
  await check();
  expect(mails.map(({ to }) => to)).toEqual(["admin@example.com"]);
  failing.addresses.clear();
  failing.topic = false;
  await pass(5);
  expect(mails.map(({ to }) => to)).toEqual(["admin@example.com", "owner@example.com"]);
  expect(messages).toHaveLength(1);
  expect(bus).toHaveLength(1);
});

test("an address that is refused for good is given up, loudly", async () => {
  const { store, spend, check, pass, failing, lines } = createWorld();
  await store.putSettings(acme, { ...fiveDollars, recipients: ["gone@example.com"] });
  failing.addresses.add("gone@example.com");
  await spend(6);
  await check();
  await pass(40);
  expect((await store.find(acme))?.untold).toEqual([]);
  const errors = lines.filter(({ level }) => level === "error").map(({ message }) => message);
  expect(errors.filter((message) => message === "a spend alert is given up")).toHaveLength(1);
});

test("a run that died with a notice in hand is finished by a later one", async () => {
  const { store, spend, check, pass, mails, parts } = createWorld();
  await store.putSettings(acme, fiveDollars);
  await spend(6);
  const { claim } = store;
  // Claimed, and never heard of again.
  const died = {
    ...store,
    claim: async (...given: Parameters<typeof claim>) => {
      await claim(...given);
      return undefined;
    },
  };
  parts.store = died;
  await check();
  parts.store = store;
  expect(mails).toEqual([]);
  await pass(1);
  expect(mails).toEqual([]);
  await pass(1);
  expect(mails).toHaveLength(2);
});

test("one organization's failure keeps no other from its check", async () => {
  const { store, spend, check, mails, parts, lines } = createWorld();
  const others = Array.from({ length: 40 }, (_, n) => `Org${n}` as unknown as OrganizationId);
  for (const organization of [...others, acme]) await store.putSettings(organization, fiveDollars);
  await spend(6);
  const { totals } = parts.usage;
  parts.usage = {
    ...parts.usage,
    totals: async (period, interval) => {
      if (period.organization !== acme) throw new Error("throttled");
      return totals(period, interval);
    },
  };
  await check();
  expect(mails).toHaveLength(2);
  expect(lines.filter(({ level }) => level === "error")).toHaveLength(others.length);
});

test("an alert that is switched off ends its crossing, and is then checked no more", async () => {
  const { store, spend, check, pass, bus, spends } = createWorld();
  await store.putSettings(acme, fiveDollars);
  await spend(6);
  await check();
  await store.putSettings(acme, { thresholdMicroUsd: 0, recipients: [] });
  await pass(2);
  expect(bus.map(({ type }) => type)).toEqual(["Spend alert fired", "Spend alert ended"]);
  const listed = [];
  for await (const organization of store.organizations()) listed.push(organization);
  expect(listed).toEqual([]);
  expect(spends).toHaveLength(1);
});

test("customers of more requests than can be added up are estimated, and said to be", async () => {
  const { store, spend, check, clock, bus, parts } = createWorld();
  await store.putSettings(acme, fiveDollars);
  clock.ms = noon - 60 * minuteMs;
  await spend(2, "globex");
  clock.ms = noon;
  await spend(6, "acme");
  const { totals } = parts.usage;
  parts.usage = {
    ...parts.usage,
    totals: async (period, interval) => {
      const buckets = await totals(period, interval);
      if (interval !== "minute") return buckets;
      return buckets.map((bucket) => ({
        ...bucket,
        totals: { ...bucket.totals, requests: 10_001n },
      }));
    },
  };
  await check();
  // The window began at 11:01 and cost $6; its hours cost $8, a quarter of it globex's.
  expect(bus[0]?.detail).toMatchObject({
    customersExact: false,
    customers: [
      { customer: "acme", cost: "4500000000000" },
      { customer: "globex", cost: "1500000000000" },
    ],
  });
});
