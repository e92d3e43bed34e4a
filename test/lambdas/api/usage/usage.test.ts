import type { KeyId, OrganizationId } from "../../../../core/ids";
import type { PicoUsd } from "../../../../core/money/amounts";
import type { UsageEvent } from "../../../../core/usage/usage-event";
import { usageEvent } from "../../../contracts/usage-event-arbitrary";
import { createMemoryUsageStore } from "../../../fakes/memory-usage-store";
import { openUsageApi } from "./usage-world";

/** What is looked at of a row, node or point. */
type Shown = { label: string; totals: { cost: string; requests: number } };

const hourMs = 3_600_000;
const organization = "Acme00000000" as OrganizationId;
const now = Date.parse("2026-11-24T14:03:07Z");
const cents = (amount: number): PicoUsd => (amount * 10_000_000_000) as PicoUsd;
const keys = [
  { id: "Key0000001" as KeyId, name: "web", last4: "aaaa" },
  { id: "Key0000002" as KeyId, name: "web", last4: "bbbb" },
];

const request = (fields: Partial<UsageEvent>, hoursAgo: number, serial: number): UsageEvent =>
  usageEvent(
    { organization, at: now - hoursAgo * hourMs, timeZone: "Asia/Kolkata", ...fields },
    serial,
  );

const acme = { customer: "acme", feature: "/api/search" };
const events = [
  request({ tags: acme, cost: cents(5), saved: cents(1) }, 1, 1),
  request({ tags: acme, cost: cents(3), outcome: "error", status: 500 }, 30, 2),
  request({ tags: { customer: "globex" }, cost: cents(4), key: keys[1]?.id }, 50, 3),
  request({ cost: null, saved: null, used: undefined, outcome: "timeout" }, 51, 4),
  request({ tags: acme, cost: cents(9) }, 8 * 24, 5),
  usageEvent(
    { organization: "Other0000000" as OrganizationId, at: now - hourMs, cost: cents(99) },
    6,
  ),
];

const open = async (more: { baselineModel?: string; timeZone?: string } = {}) => {
  const usage = createMemoryUsageStore();
  await usage.record(events);
  return openUsageApi({ organization, timeZone: "Asia/Kolkata", usage, now, keys, ...more });
};

describe("GET /api/usage/summary", () => {
  test("tells the last seven days and the seven before, of the caller's organization alone", async () => {
    const ask = await open({ baselineModel: "openai/gpt-5" });
    const { status, body } = await ask("/api/usage/summary");
    expect(status).toBe(200);
    expect(body.period).toEqual({
      from: "2026-11-17T14:30:00.000Z",
      to: "2026-11-24T14:30:00.000Z",
      timeZone: "Asia/Kolkata",
    });
    expect(body.previousPeriod.to).toBe(body.period.from);
    expect(body.current).toMatchObject({
      requests: 4,
      errors: 2,
      cost: "120000000000",
      unpriced: 1,
    });
    expect(body.previous).toMatchObject({ requests: 1, cost: "90000000000" });
    expect(body).toMatchObject({ tagged: true, baselineModel: "openai/gpt-5" });
    expect(body.asOf).toBe("2026-11-24T14:03:07.000Z");
  });

  test("tells whether anything is tagged whatever is filtered for", async () => {
    const ask = await open();
    const untagged = await ask("/api/usage/summary", { customer: "" });
    expect(untagged.body).toMatchObject({ tagged: true, current: { requests: 1 } });
    const longAgo = { from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z" };
    const before = await ask("/api/usage/summary", longAgo);
    expect(before.body).toMatchObject({ tagged: false, current: { requests: 0, latencyMs: null } });
    expect(before.body.baselineModel).toBeNull();
  });

  test("filters by several values, of which any may match", async () => {
    const ask = await open();
    const { body } = await ask("/api/usage/summary", { customer: ["globex", ""] });
    expect(body.current).toMatchObject({ requests: 2, cost: "40000000000" });
  });

  test.each<{ query: Record<string, string>; field: string }>([
    { query: { from: "2026-11-24T00:00:00Z", to: "2026-11-23T00:00:00Z" }, field: "query.from" },
    { query: { from: "2024-11-24T00:00:00Z" }, field: "query.from" },
    { query: { to: "yesterday" }, field: "query.to" },
  ])("names the field of a period that can't be answered for: $query", async ({ query, field }) => {
    const ask = await open();
    const { status, body } = await ask("/api/usage/summary", query);
    expect(status).toBe(400);
    expect(body.error.field).toBe(field);
  });
});

describe("GET /api/usage/trend", () => {
  test("has every day of the period once, and adds up to the summary", async () => {
    const ask = await open();
    const { body } = await ask("/api/usage/trend", {
      by: "customer",
      series: "1",
      previous: "true",
    });
    expect(body.interval).toBe("day");
    expect(body.total).toHaveLength(8);
    expect(body.total[1].start).toBe("2026-11-17T18:30:00.000Z");
    expect(body.series.map(({ label }: { label: string }) => label)).toEqual(["acme", "Untagged"]);
    expect(body.other).toMatchObject({ values: 1 });
    const cost = body.total.reduce((sum: bigint, p: Shown) => sum + BigInt(p.totals.cost), 0n);
    expect(cost).toBe(120_000_000_000n);
    expect(body.previous.reduce((sum: number, p: Shown) => sum + p.totals.requests, 0)).toBe(1);
  });

  test("is of hours where the period is short, and refuses more points than anybody reads", async () => {
    const ask = await open();
    const day = { from: "2026-11-23T18:30:00Z", to: "2026-11-24T18:30:00Z" };
    const { body } = await ask("/api/usage/trend", day);
    expect(body).toMatchObject({ interval: "hour", previous: null });
    expect(body.total).toHaveLength(24);
    const year = { from: "2025-12-01T00:00:00Z", interval: "hour" };
    const refused = await ask("/api/usage/trend", year);
    expect(refused.body.error).toMatchObject({ code: "too_many_points", field: "query.interval" });
  });
});

describe("GET /api/usage/map", () => {
  test("is a tree of customers, features and models whose levels add up", async () => {
    const ask = await open();
    const { body } = await ask("/api/usage/map");
    expect(body.children.map((node: Shown) => [node.label, node.totals.cost])).toEqual([
      ["acme", "80000000000"],
      ["globex", "40000000000"],
      ["Untagged", "0"],
    ]);
    expect(body.children[0].children[0]).toMatchObject({ value: "/api/search", other: null });
    expect(body.children[2].children[0].children[0].label).toBe("No model reached");
    expect(body.totals.requests).toBe(4);
  });

  test("stays below what a function may answer, however much there is", async () => {
    const usage = createMemoryUsageStore();
    const many = Array.from({ length: 40 * 40 * 8 }, (_, n) =>
      request(
        {
          tags: { customer: `customer ${n % 40}`, feature: `feature ${Math.floor(n / 40) % 40}` },
          used: { provider: "openai", model: `model ${Math.floor(n / 1_600)}` },
          cost: cents(1),
        },
        1,
        n,
      ),
    );
    await usage.record(many);
    const ask = openUsageApi({ organization, timeZone: "Asia/Kolkata", usage, now });
    const { body, bytes } = await ask("/api/usage/map");
    expect(bytes).toBeLessThan(5_000_000);
    expect(body.totals.requests).toBe(many.length);
    expect(body.children).toHaveLength(30);
    expect(body.other).toMatchObject({ values: 10, totals: { requests: 10 * 40 * 8 } });
  }, 30_000);
});

describe("GET /api/usage/breakdown", () => {
  test("lists the dearest first, and tells keys of one name apart", async () => {
    const ask = await open();
    const { body } = await ask("/api/usage/breakdown", { by: "key" });
    expect(body.rows.map((row: Shown) => [row.label, row.totals.requests])).toEqual([
      ["web (…aaaa)", 3],
      ["web (…bbbb)", 1],
    ]);
    const providers = await ask("/api/usage/breakdown", { by: "provider", limit: "1" });
    expect(providers.body.rows.map((row: Shown) => row.label)).toEqual([
      "OpenAI",
      "No provider reached",
    ]);
    expect(providers.body.other).toBeNull();
  });

  test("shows a key that is no more by its id", async () => {
    const usage = createMemoryUsageStore();
    await usage.record(events);
    const ask = openUsageApi({ organization, timeZone: "UTC", usage, now });
    const { body } = await ask("/api/usage/breakdown", { by: "key" });
    expect(body.rows[0].label).toBe("Key0000001");
  });
});
