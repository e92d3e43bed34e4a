import { createHash } from "node:crypto";
import type { UserId } from "../../../core/contract/fields";
import type { OrganizationId } from "../../../core/ids";
import type { PicoUsd } from "../../../core/money/amounts";
import { sumOf } from "../../../core/usage/query/totals-sum";
import type { RequestQuery } from "../../../core/usage/request-filter";
import { totalsOf } from "../../../core/usage/totals";
import { installAwslambda } from "../../../local/functions/response-stream";
import { usageEvent } from "../../contracts/usage-event-arbitrary";
import { bundleOf } from "../../support/bundle-of";
import { startFunctionUrl } from "../../support/function-url-host";
import { acme, beta, startReading } from "../api/calling";
import { parseCsv, parsePicoUsd } from "./parse-csv";

type Shell = typeof import("../../../lambdas/export/export-handler");
let shell: Shell;
beforeAll(async () => {
  installAwslambda();
  shell = (await import(bundleOf("lambdas/export/export-handler.ts"))) as Shell;
});

const noon = Date.UTC(2026, 10, 24, 12);
const dayMs = 86_400_000;
const token = "a".repeat(43);
const path = `/api/exports/${token}.csv`;
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const serve = async (filters: RequestQuery = {}, organization: OrganizationId = acme) => {
  const world = await startReading();
  await world.links.put(createHash("sha256").update(token).digest("hex"), {
    organization,
    user: "alice" as unknown as UserId,
    from: noon - dayMs,
    to: noon + 1,
    filters,
    expiresAt: noon + 60_000,
  });
  const deps = { ...world, now: () => world.clock.now };
  const host = await startFunctionUrl(shell.createExportHandler(deps));
  stops.push(host.close);
  return { ...world, host, get: (asked = path) => fetch(`${host.url}${asked}`) };
};

const events = Array.from({ length: 2_500 }, (_, n) =>
  usageEvent(
    {
      at: noon - n * 1_000,
      organization: acme,
      outcome: n % 2 === 0 ? "ok" : "error",
      cost: n % 7 === 0 ? null : ((3 + n) as PicoUsd),
      saved: (1 - n) as PicoUsd,
    },
    n,
  ),
);

test("the file's sums are those of the requests that match, exactly", async () => {
  const { usage, get } = await serve({ outcome: "ok" });
  await usage.record([...events, usageEvent({ at: noon, organization: beta })]);
  const answer = await get();
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toBe(
    'attachment; filename="smashcost-requests-2026-11-23-2026-11-24.csv"',
  );
  const rows = parseCsv(await answer.text());
  const totals = sumOf(events.filter(({ outcome }) => outcome === "ok").map(totalsOf));
  const sum = (column: string) =>
    rows.reduce((total, row) => total + parsePicoUsd(row[column] ?? ""), 0n);
  expect(BigInt(rows.length)).toBe(totals.requests);
  expect([sum("cost_usd"), sum("saved_usd")]).toEqual([totals.cost, totals.saved]);
  expect(rows.filter(({ cost_usd }) => cost_usd === "")).toHaveLength(Number(totals.unpriced));
  expect(rows.every(({ priced, cost_usd }) => (priced === "no") === (cost_usd === ""))).toBe(true);
});

test("a row names people and keys, tells both clocks, and runs no formula", async () => {
  const { usage, get } = await serve();
  const tags = { customer: '=HYPERLINK("x")', feature: 'a,\n"b"', team: "+1" };
  await usage.record([
    usageEvent({
      at: noon,
      organization: acme,
      tags,
      saved: -100_000_000 as PicoUsd,
      requested: "@x",
    }),
  ]);
  expect(parseCsv(await (await get()).text())).toMatchObject([
    {
      time_utc: "2026-11-24T12:00:00.000Z",
      time_local: "2026-11-24T17:30:00.000+05:30",
      customer: `'=HYPERLINK("x")`,
      feature: 'a,\n"b"',
      other_tags: '{"team":"+1"}',
      model_requested: "'@x",
      key_name: "Acme00000000 production",
      saved_usd: "-0.0001",
    },
  ]);
});

test("a file of nothing is its header", async () => {
  const text = await (await (await serve()).get()).text();
  expect(text).toMatch(/^time_utc,time_local,request_id,.*,error_code\r\n$/);
});

test("a link is good for its minute, again and again, and then no more than one that never was", async () => {
  const { clock, get } = await serve();
  clock.now = noon + 59_999;
  expect([(await get()).status, (await get()).status]).toEqual([200, 200]);
  clock.now = noon + 60_000;
  const [late, never] = [await get(), await get(`/api/exports/${"b".repeat(43)}.csv`)];
  expect([late.status, never.status, (await get("/api/exports/x")).status]).toEqual([
    404, 404, 404,
  ]);
  expect(await late.text()).toBe(await never.text());
});

test("a store that fails midway breaks the download", async () => {
  const { usage, get, host, lines } = await serve();
  await usage.record(events);
  const whole = usage.requests;
  let pages = 0;
  jest.spyOn(usage, "requests").mockImplementation((...asked) => {
    pages += 1;
    return pages > 2 ? Promise.reject(new Error("table gone")) : whole(...asked);
  });
  await (await get()).text().catch(() => undefined);
  // Rejected, which the runtime and the local host make a broken answer of.
  await expect(host.invocations[0]).rejects.toThrow("table gone");
  expect(lines).toMatchObject([{ level: "error", fields: { reason: "Error: table gone" } }]);
});
