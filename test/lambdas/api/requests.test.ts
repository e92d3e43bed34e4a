import {
  getRequest,
  listRequests,
  startExport,
  tailRequests,
} from "../../../core/contract/requests";
import type { KeyId } from "../../../core/ids";
import type { PicoUsd } from "../../../core/money/amounts";
import type { UsageReader } from "../../../core/ports/usage-store";
import { tokenHash } from "../../../lambdas/shared/token-hash";
import { usageEvent } from "../../contracts/usage-event-arbitrary";
import { cellsOfTotals } from "../../fakes/cells-of-totals";
import { createMemoryUsageStore } from "../../fakes/memory-usage-store";
import { acme, beta, startReading } from "./calling";

const noon = Date.UTC(2026, 10, 24, 12);
const minuteMs = 60_000;
const pico = (n: number) => n as PicoUsd;

const many = (count: number, organization = acme) =>
  Array.from({ length: count }, (_, n) =>
    usageEvent(
      {
        at: noon - n * 5 * minuteMs,
        organization,
        timeZone: "Asia/Kolkata",
        tags: n % 3 === 0 ? { customer: "acme", team: "x" } : {},
        outcome: n % 4 === 0 ? "error" : "ok",
        cost: n % 10 === 9 ? null : pico(1_000_003 + n),
        saved: pico(-n),
      },
      n,
    ),
  );

/** All pages of a list, as a client walks them. */
const walk = async (world: Awaited<ReturnType<typeof startReading>>, query: string) => {
  const first = await world.call(listRequests, { query });
  const rows = [...first.body.rows];
  for (let { next } = first.body; next !== null; ) {
    const page = await world.call(listRequests, { query: `${query}&cursor=${next}` });
    expect(page.body.totals).toBeNull();
    rows.push(...page.body.rows);
    next = page.body.next;
  }
  return { rows, totals: first.body.totals, period: first.body.period };
};

describe("requests.list", () => {
  test.each(["", "customer=acme", "customer=", "outcome=error", "customer=acme&outcome=ok"])(
    "walks page by page through all that the totals count: %j",
    async (filter) => {
      const world = await startReading();
      await world.usage.record([...many(200), ...many(50, beta)]);
      const { rows, totals } = await walk(world, `limit=7&${filter}`);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      expect(rows.length).toBeGreaterThan(10);
      expect(totals).toMatchObject({
        requests: rows.length,
        cost: String(rows.reduce((sum, { cost }) => sum + BigInt(cost ?? 0), 0n)),
        saved: String(rows.reduce((sum, { saved }) => sum + BigInt(saved ?? 0), 0n)),
        unpriced: rows.filter(({ cost }) => cost === null).length,
      });
      expect([...rows].sort((a, b) => (a.id < b.id ? 1 : -1))).toEqual(rows);
    },
  );

  test("answers for 24 hours on the organization's clock, and names keys, also revoked ones", async () => {
    const world = await startReading();
    await world.usage.record([
      usageEvent({ at: noon, organization: acme, key: "Key0000002" as KeyId }, 1),
      usageEvent({ at: noon, organization: acme, key: "Key0000009" as KeyId }, 2),
    ]);
    const { rows, period } = await walk(world, "");
    expect(rows.map(({ key }) => key)).toEqual([
      { id: "Key0000009", name: "Key0000009" },
      { id: "Key0000002", name: `${acme} old one` },
    ]);
    expect(period).toEqual({
      from: "2026-11-23T11:30:00.000Z",
      to: "2026-11-24T12:30:00.000Z",
      timeZone: "Asia/Kolkata",
    });
  });

  test("goes on after a bounded number of rows where nothing matches", async () => {
    const store = createMemoryUsageStore();
    let pages = 0;
    const endless: UsageReader = {
      ...store,
      totals: async (period, interval) =>
        (await store.totals(period, interval)).map((bucket) => ({
          ...bucket,
          totals: { ...bucket.totals, requests: 1_000_000n },
        })),
      requests: async (_, limit, cursor) => {
        pages += 1;
        const from = cursor === undefined ? noon : noon - pages * minuteMs;
        const events = Array.from({ length: limit }, (_, n) =>
          usageEvent({ at: from - n, organization: acme }, n),
        );
        return { events, next: events.at(-1)?.id ?? "" };
      },
    };
    await store.record([usageEvent({ at: noon, organization: acme, timeZone: "Asia/Kolkata" })]);
    const world = await startReading({
      usage: { ...endless, ...cellsOfTotals(endless), record: store.record },
    });
    const { status, body } = await world.call(listRequests, { query: "requested=nothing" });
    expect({ status, rows: body.rows }).toEqual({ status: 200, rows: [] });
    expect(body.next).not.toBeNull();
    expect(body.totals).toBeNull();
    expect(pages).toBeLessThan(50);
  });

  test("reads the keys once for a page, however long", async () => {
    const world = await startReading();
    const asked = jest.spyOn(world.registry, "listKeys");
    const read = jest.spyOn(world.usage, "requests");
    await world.usage.record(many(200));
    await world.call(listRequests, { query: "limit=200" });
    expect([asked.mock.calls.length, read.mock.calls.length]).toEqual([1, 1]);
  });

  test.each(["cursor=nonsense", "from=2026-11-24T00:00:00Z&to=2026-11-23T00:00:00Z", "limit=201"])(
    "refuses %j",
    async (query) => {
      const world = await startReading();
      expect(await world.call(listRequests, { query })).toMatchObject({ status: 400 });
    },
  );
});

test("requests.tail tells what came after the list, and a bad cursor is refused", async () => {
  const world = await startReading();
  await world.usage.record(many(3));
  const { body } = await world.call(listRequests);
  world.clock.now += 1_000;
  const late = usageEvent({ at: noon - 9 * minuteMs, organization: acme }, 99);
  const theirs = usageEvent({ at: noon, organization: beta }, 98);
  await world.usage.record([late, theirs]);
  const tail = await world.call(tailRequests, { query: `after=${body.tail}` });
  expect(tail.body.rows.map(({ id }) => id)).toEqual([late.id]);
  const again = await world.call(tailRequests, { query: `after=${tail.body.tail}` });
  expect(again.body.rows).toEqual([]);
  expect(await world.call(tailRequests, { query: "after=N0" })).toMatchObject({ status: 400 });
});

describe("requests.get", () => {
  const event = usageEvent({
    at: noon,
    organization: acme,
    requested: "gpt-4o",
    mode: "balanced",
    reason: "gpt-4o-mini keeps 98.1% of gpt-4o, bar 97%, expected to cost 94% less",
    candidates: [{ offer: "openai/gpt-4o-mini", quality: 98.1, verdict: "chosen" }],
  });

  test("tells why, in one sentence, and against which bar", async () => {
    const world = await startReading();
    await world.usage.record([event]);
    const { body } = await world.call(getRequest, { path: { request: event.id } });
    expect(body).toMatchObject({
      why: "Asked for gpt-4o; gpt-4o-mini keeps 98.1% of gpt-4o, bar 97%, expected to cost 94% less",
      bar: 89,
      prompt: null,
      row: { key: { name: `${acme} production` } },
      otherModes: [
        { mode: "off", choice: null },
        { mode: "quality", choice: null },
        { mode: "cost", choice: null },
      ],
    });
  });

  test("is the same 404 for another organization's id and for one that never was", async () => {
    const world = await startReading();
    await world.usage.record([event]);
    const theirs = await world.call(getRequest, { path: { request: event.id }, as: "bob" });
    const never = usageEvent({ at: noon }, 7).id;
    expect(theirs.status).toBe(404);
    expect(await world.call(getRequest, { path: { request: never } })).toEqual(theirs);
  });
});

test("requests.export stores a link for a minute by its hash, and audits filters by name alone", async () => {
  const world = await startReading();
  const body = { customer: "secret customer", from: "2026-11-01T00:00:00Z" };
  const { status, body: answer } = await world.call(startExport, { body });
  expect(status).toBe(201);
  const token = /^\/api\/exports\/([\w-]{43})\.csv$/.exec(answer.url)?.[1] ?? "";
  expect(answer.expiresAt).toBe(new Date(noon + minuteMs).toISOString());
  expect(await world.links.find(tokenHash(token))).toMatchObject({
    organization: acme,
    filters: { customer: "secret customer" },
  });
  expect(world.audited).toMatchObject([
    { action: "requests.export", details: { filters: ["customer"] } },
  ]);
  expect(JSON.stringify(world.audited)).not.toMatch(/secret|ttttt/);
});
