import { loadCatalog } from "../../../core/catalog/load";
import { simulate } from "../../../core/contract/simulator";
import { idAt } from "../../contracts/usage-event-arbitrary";
import { noon, recording } from "../../core/routing/recorded";
import { acme, startReading } from "./calling";

const dayMs = 86_400_000;
const catalog = loadCatalog();
const offers = catalog.offers.filter(({ provider }) => provider === "openai");

/** One request for a dear model, as it was decided a day before now, recorded so many times. */
const recorded = (count: number) => {
  const model = "gpt-4o";
  const world = recording({ offers, model, nowMs: noon - dayMs });
  const at = noon - dayMs;
  const events = Array.from({ length: count }, (_, n) => ({
    ...world.stored,
    id: idAt(at, n),
    at,
    organization: acme,
    timeZone: "Asia/Kolkata",
  }));
  return { ...world, events };
};

test("each mode's cost and saving add up to what was billed, over the last 7 full days", async () => {
  const { events, catalog: small } = recorded(10);
  const world = await startReading({ catalog: small, now: noon });
  await world.usage.record(events);
  const { status, body } = await world.call(simulate);
  expect(status).toBe(200);
  expect(body).toMatchObject({ requests: 10, compared: 10, sampled: false, billed: "70000000" });
  expect(body.period).toMatchObject({
    from: "2026-11-16T18:30:00.000Z",
    to: "2026-11-23T18:30:00.000Z",
  });
  expect(body.modes.map(({ promise }) => promise)).toEqual([100, 99, 97, 93]);
  for (const { cost, saved } of body.modes) {
    expect(BigInt(cost) + BigInt(saved)).toBe(BigInt(body.billed));
  }
  const own = body.modes.find(({ mode }) => mode === "balanced");
  expect(own).toMatchObject({ moved: 0, saved: "0" });
  const off = body.modes.find(({ mode }) => mode === "off");
  const moves = body.changes.filter(({ mode }) => mode === "off");
  expect(moves.reduce((sum, { requests }) => sum + requests, 0)).toBe(off?.moved);
  expect(moves.reduce((sum, { saves }) => sum + BigInt(saves), 0n)).toBe(BigInt(off?.saved ?? 0));
});

test("filters count in, and what can't be compared is told with why", async () => {
  const { events, catalog: small } = recorded(4);
  const world = await startReading({ catalog: small, now: noon });
  const [first, ...others] = events;
  if (!first) throw new Error("nothing was recorded");
  const { routing: _, ...before } = first;
  await world.usage.record([before, ...others]);
  expect((await world.call(simulate)).body).toMatchObject({
    requests: 4,
    compared: 3,
    left: [{ why: "recorded-before", requests: 1 }],
  });
  const filtered = await world.call(simulate, { query: "customer=nobody" });
  expect(filtered.body).toMatchObject({ requests: 0, compared: 0, billed: "0", changes: [] });
});

test("5,000 requests are answered within its time, or the newest of them", async () => {
  const { events } = recorded(5_100);
  const world = await startReading({ catalog, now: noon });
  await world.usage.record(events);
  const { body } = await world.call(simulate);
  expect(body.sampled).toBe(true);
  expect(body.requests).toBeLessThanOrEqual(5_000);
}, 60_000);
