import type { OrganizationId } from "../../../core/ids";
import type { Log } from "../../../core/ports/log";
import { type UsageSeries, UsageSeriesRejection } from "../../../core/ports/usage-series";
import { type UsageRecorder, UsageStoreBusyError } from "../../../core/ports/usage-store";
import { encodeEnvelope, encodeEvent } from "../../../core/usage/usage-envelope";
import type { UsageEvent } from "../../../core/usage/usage-event";
import { recordBatch } from "../../../lambdas/recorder/record-batch";
import { usageEvent } from "../../contracts/usage-event-arbitrary";
import { createMemoryUsageStore } from "../../fakes/memory-usage-store";

const at = Date.parse("2026-11-24T13:04:05.678Z");
const acme = "Acme00000000" as OrganizationId;
const beta = "Beta00000000" as OrganizationId;
const eventOf = (organization: OrganizationId, serial: number) =>
  usageEvent({ at, organization }, serial);

const batchOf = (messages: Record<string, string | readonly UsageEvent[]>) => ({
  Records: Object.entries(messages).map(([messageId, content]) => ({
    messageId,
    body: typeof content === "string" ? content : encodeEnvelope(content.map(encodeEvent)),
  })),
});

const createLog = () => {
  const lines: string[] = [];
  const keep =
    (level: string): Log["info"] =>
    (message, fields) =>
      void lines.push(JSON.stringify({ level, message, ...fields }));
  return { lines, log: { info: keep("info"), warn: keep("warn"), error: keep("error") } };
};

const failedOf = async (...args: Parameters<typeof recordBatch>): Promise<string[]> => {
  const { batchItemFailures } = await recordBatch(...args);
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort();
};

/** A store that takes all but some events, and remembers how often it was asked. */
const storeRefusing = (refuses: (event: UsageEvent) => boolean, error: Error) => {
  const memory = createMemoryUsageStore();
  const calls: number[] = [];
  const record: UsageRecorder["record"] = async (events) => {
    calls.push(events.length);
    if (events.some(refuses)) throw error;
    return memory.record(events);
  };
  return { ...memory, record, calls };
};

const seriesRefusing = (refuses: (event: UsageEvent) => boolean, error: Error) => {
  const written: UsageEvent[] = [];
  const append: UsageSeries["append"] = async (events) => {
    if (events.some(refuses)) throw error;
    written.push(...events);
  };
  return { append, written };
};

const rows = async (store: ReturnType<typeof createMemoryUsageStore>, organization = acme) =>
  (await store.requests({ organization, from: at - 1, to: at + 1 }, 1_000)).events.length;

describe("a batch of messages", () => {
  test("is recorded whole, several events a message, several organizations a message", async () => {
    const store = createMemoryUsageStore();
    const { log, lines } = createLog();
    const first = [eventOf(acme, 1), eventOf(beta, 2), eventOf(acme, 3)];
    const batch = batchOf({ m1: first, m2: [eventOf(acme, 4)] });
    expect(await failedOf(batch, { store, log })).toEqual([]);
    expect([await rows(store), await rows(store, beta)]).toEqual([3, 1]);
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ recorded: 4, duplicates: 0, failed: 0 });
  });

  test("brought again is not counted again", async () => {
    const store = createMemoryUsageStore();
    const { log } = createLog();
    const batch = batchOf({ m1: [eventOf(acme, 1)], m2: [eventOf(acme, 1), eventOf(acme, 2)] });
    for (let delivery = 0; delivery < 3; delivery += 1) {
      expect(await failedOf(batch, { store, log })).toEqual([]);
    }
    const period = { organization: acme, from: at - 60_000, to: at + 1 };
    const [minute] = await store.totals(period, "minute");
    expect(minute?.totals.requests).toBe(2n);
  });

  test.each([
    { name: "no JSON", body: "{my secret prompt" },
    { name: "no envelope", body: '"my secret prompt"' },
    { name: "no events", body: '{"events":[]}' },
    { name: "an event with a prompt", body: '{"events":[{"prompt":"my secret prompt"}]}' },
  ])(
    "loses only the message that is unreadable, and logs no word of it: $name",
    async ({ body }) => {
      const store = createMemoryUsageStore();
      const { log, lines } = createLog();
      const batch = batchOf({ bad: body, good: [eventOf(acme, 1)] });
      expect(await failedOf(batch, { store, log })).toEqual(["bad"]);
      expect(await rows(store)).toBe(1);
      expect(lines.join()).toContain("bad");
      expect(lines.join()).not.toContain("secret");
    },
  );

  test("an event that can't be read fails its message, and keeps no other from its row", async () => {
    const store = createMemoryUsageStore();
    const { log } = createLog();
    const readable = encodeEvent(eventOf(acme, 1));
    const batch = batchOf({ mixed: `{"events":[{"prompt":"secret"},${readable}]}` });
    expect(await failedOf(batch, { store, log })).toEqual(["mixed"]);
    expect(await rows(store)).toBe(1);
  });

  test("fails only with the messages of the organization that could not be recorded", async () => {
    const busy = new UsageStoreBusyError("busy");
    const store = storeRefusing(({ organization }) => organization === beta, busy);
    const { log } = createLog();
    const batch = batchOf({
      m1: [eventOf(acme, 1)],
      m2: [eventOf(acme, 2), eventOf(beta, 3)],
      m3: [eventOf(beta, 4)],
    });
    expect(await failedOf(batch, { store, log })).toEqual(["m2", "m3"]);
    expect(await rows(store)).toBe(2);
    // A busy store is asked once for each organization, not again for each message.
    expect(store.calls.sort()).toEqual([2, 2]);
  });

  test("fails only with the message whose event can't be taken", async () => {
    const bad = eventOf(acme, 2);
    const store = storeRefusing(({ id }) => id === bad.id, new Error("item too large"));
    const { log } = createLog();
    const batch = batchOf({ m1: [eventOf(acme, 1)], m2: [bad], m3: [eventOf(acme, 3)] });
    expect(await failedOf(batch, { store, log })).toEqual(["m2"]);
    expect(await rows(store)).toBe(2);
  });

  test("fails whole where the series is down, though its rows are safe", async () => {
    const store = createMemoryUsageStore();
    const { log } = createLog();
    const batch = batchOf({ m1: [eventOf(acme, 1)], m2: [eventOf(acme, 2)] });
    const down = seriesRefusing(() => true, new Error("throttled"));
    expect(await failedOf(batch, { store, series: down, log })).toEqual(["m1", "m2"]);
    expect(await rows(store)).toBe(2);
    const up = seriesRefusing(() => false, new Error("never"));
    expect(await failedOf(batch, { store, series: up, log })).toEqual([]);
    expect(up.written).toHaveLength(2);
    expect(await rows(store)).toBe(2);
  });

  test("fails only with the message whose event the series refuses", async () => {
    const bad = eventOf(acme, 2);
    const series = seriesRefusing(({ id }) => id === bad.id, new UsageSeriesRejection("too old"));
    const { log } = createLog();
    const batch = batchOf({ m1: [eventOf(acme, 1)], m2: [bad], m3: [eventOf(beta, 3)] });
    const store = createMemoryUsageStore();
    expect(await failedOf(batch, { store, series, log })).toEqual(["m2"]);
    expect(series.written).toHaveLength(2);
  });

  test("writes nothing to the series that is not in the store", async () => {
    const store = storeRefusing(() => true, new UsageStoreBusyError("busy"));
    const series = seriesRefusing(() => false, new Error("never"));
    const { log } = createLog();
    const batch = batchOf({ m1: [eventOf(acme, 1)] });
    expect(await failedOf(batch, { store, series, log })).toEqual(["m1"]);
    expect(series.written).toEqual([]);
  });

  test("tells the packer of what was recorded, and fails of nothing that the packer does", async () => {
    const bad = eventOf(acme, 2);
    const store = storeRefusing(({ id }) => id === bad.id, new Error("item too large"));
    const { log, lines } = createLog();
    const told: string[] = [];
    const packDays = async (events: readonly UsageEvent[]) => {
      told.push(...events.map(({ id }) => id));
      throw new Error("throttled");
    };
    const good = eventOf(acme, 1);
    const batch = batchOf({ m1: [good], m2: [bad] });
    expect(await failedOf(batch, { store, log, packDays })).toEqual(["m2"]);
    expect(told).toEqual([good.id]);
    expect(lines.filter((line) => line.includes('"level":"warn"'))).toHaveLength(1);
  });
});
