import { alertOperations } from "../../../../core/contract/alerts";
import type { UserId } from "../../../../core/contract/fields";
import type { OrganizationId } from "../../../../core/ids";
import { createAlertsHandlers } from "../../../../lambdas/api/alerts/handlers";
import type { AuditNote } from "../../../../lambdas/api/handler";
import { acme, createWorld, minuteMs, noon } from "../../alerts/world";

const globex = "Globex000000" as OrganizationId;

const openApi = () => {
  const world = createWorld();
  const handlers = createAlertsHandlers(world.parts);
  const notes: AuditNote[] = [];
  const request = (organization: OrganizationId) => ({
    params: {},
    query: {},
    body: undefined,
    headers: {},
    actor: {
      organization,
      role: "admin" as const,
      user: {
        id: "11111111-2222-4333-8444-555555555555" as unknown as UserId,
        email: "admin@example.com",
        createdAt: noon,
        sessionsFrom: 0,
      },
    },
    note: (note: AuditNote) => notes.push(note),
  });
  return {
    ...world,
    notes,
    get: (organization = acme) => handlers["alerts.get"](request(organization)),
    put: (thresholdMicroUsd: number, recipients: string[] = [], organization = acme) =>
      handlers["alerts.put"]({ ...request(organization), body: { thresholdMicroUsd, recipients } }),
    send: (organization = acme) => handlers["alerts.test"](request(organization)),
    crossings: async (organization = acme) =>
      (await handlers["alerts.crossings"](request(organization))).crossings,
  };
};

test("an organization that never set an alert has none, and sixty minutes all the same", async () => {
  const answer = await openApi().get();
  expect(answer).toMatchObject({ state: "off", thresholdMicroUsd: 0, firedAt: null, sum: "0" });
  expect(answer.minutes).toHaveLength(60);
  expect(answer.minutes[0]?.start).toBe("2026-11-24T11:01:00.000Z");
  expect(answer.minutes[59]?.start).toBe("2026-11-24T12:00:00.000Z");
  expect(alertOperations[0].answer.safeParse(answer).success).toBe(true);
});

test("what is put is what is got; a recipient named twice is one", async () => {
  const { put, get, notes } = openApi();
  const answer = await put(5_000_000, ["a@example.com", "b@example.com", "a@example.com"]);
  expect(answer).toMatchObject({
    thresholdMicroUsd: 5_000_000,
    recipients: ["a@example.com", "b@example.com"],
    state: "armed",
    eventSource: "smashcost",
  });
  expect(await get()).toEqual(answer);
  expect(notes).toHaveLength(1);
});

test("minutes and their sum are those of the requests, and of nobody else's", async () => {
  const { get, spend, clock } = openApi();
  clock.ms = noon - 59 * minuteMs;
  await spend(1);
  clock.ms = noon;
  await spend(2);
  await spend(7, undefined, globex);
  const { minutes, sum } = await get();
  expect(sum).toBe("3000000000000");
  expect(minutes[0]?.cost).toBe("1000000000000");
  expect(minutes[59]?.cost).toBe("2000000000000");
});

test("a crossing shows as fired and in the list, with its end once it has one", async () => {
  const { put, get, spend, check, pass, crossings } = openApi();
  await put(5_000_000, ["a@example.com"]);
  await spend(6, "initech");
  await check();
  expect(await get()).toMatchObject({ state: "fired", firedAt: new Date(noon).toISOString() });
  expect(await crossings()).toMatchObject([
    { customer: "initech", peak: "6000000000000", recipients: ["a@example.com"], endedAt: null },
  ]);
  await pass(80);
  expect(await get()).toMatchObject({ state: "armed", firedAt: null });
  expect((await crossings())[0]?.endedAt).not.toBeNull();
  expect(await crossings(globex)).toEqual([]);
});

test("switched off, it shows off at once", async () => {
  const { put, spend, check } = openApi();
  await put(5_000_000);
  await spend(6);
  await check();
  expect(await put(0)).toMatchObject({ state: "off", firedAt: null });
});

test("a test goes by every way, marked as one, and leaves no crossing", async () => {
  const { put, send, mails, messages, bus, crossings, spend } = openApi();
  await put(5_000_000);
  await spend(1, "initech");
  expect(await send()).toEqual({ recipients: ["owner@example.com", "admin@example.com"] });
  expect(mails).toHaveLength(2);
  expect(mails[0]?.letter.subject).toMatch(/^Test/);
  expect(messages[0]).toMatchObject({ attributes: { kind: "test" } });
  expect(bus).toMatchObject([{ type: "Spend alert test", detail: { sum: "1000000000000" } }]);
  expect(bus[0]?.detail).not.toHaveProperty("crossing");
  expect(await crossings()).toEqual([]);
});

test("three tests a minute, and then a refusal that says when again", async () => {
  const { put, send, mails, clock } = openApi();
  await put(5_000_000, ["a@example.com"]);
  clock.ms = noon + 20_000;
  for (let sent = 0; sent < 3; sent += 1) await send();
  await expect(send()).rejects.toMatchObject({ status: 429, retryAfterSeconds: 40 });
  expect(mails).toHaveLength(3);
  clock.ms += 40_000;
  await send();
  expect(mails).toHaveLength(4);
});

test("a test of an alert that is off is refused", async () => {
  const { send, mails } = openApi();
  await expect(send()).rejects.toMatchObject({ status: 409, code: "alert_off" });
  expect(mails).toEqual([]);
});

test("a test that an address does not take says so, and reaches the others", async () => {
  const { put, send, failing, mails, messages } = openApi();
  await put(5_000_000, ["a@example.com", "b@example.com"]);
  failing.addresses.add("a@example.com");
  await expect(send()).rejects.toMatchObject({
    status: 502,
    message: expect.stringContaining("a@example.com"),
  });
  expect(mails.map(({ to }) => to)).toEqual(["b@example.com"]);
  expect(messages).toHaveLength(1);
});
