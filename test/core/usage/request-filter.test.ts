import fc from "fast-check";
import { usageDimensions } from "../../../core/contract/usage";
import { dimensionFilter } from "../../../core/usage/query/dimension-filter";
import { asksRows, type RequestQuery, requestFilter } from "../../../core/usage/request-filter";
import { dimensionsOf } from "../../../core/usage/rollup";
import type { UsageEvent } from "../../../core/usage/usage-event";
import { usageEvent, usageEvents } from "../../contracts/usage-event-arbitrary";

const at = Date.UTC(2026, 10, 24);
const values = ["", "null", "acme", "small", "large", "openai", "Key0000001", "code"];
const anyOf = fc.option(
  fc.oneof(fc.constantFrom(...values), fc.array(fc.constantFrom(...values), { maxLength: 3 })),
  { nil: undefined },
);
/** Of one or two dimensions: of six at once nothing would ever match. */
const queries = fc
  .subarray([...usageDimensions], { minLength: 1, maxLength: 2 })
  .chain((asked) =>
    fc.record(Object.fromEntries(asked.map((dimension) => [dimension, anyOf]))),
  ) as fc.Arbitrary<RequestQuery>;

describe("the filter of requests", () => {
  test("agrees with that of totals about every dimension", () => {
    const choices = { organizations: ["Acme00000000"], timeZones: ["UTC"], from: at, to: at };
    let matching = 0;
    fc.assert(
      fc.property(queries, usageEvents(choices, { maxLength: 20 }), (query, events) => {
        const told = events.map(requestFilter(query));
        expect(told).toEqual(events.map((event) => dimensionFilter(query)(dimensionsOf(event))));
        expect(asksRows(query)).toBe(false);
        matching += told.filter(Boolean).length;
      }),
      { numRuns: 500 },
    );
    expect(matching).toBeGreaterThan(0);
  });

  const named: Partial<UsageEvent> = {
    requested: "gpt-5",
    used: { provider: "openai", model: "gpt-5-mini" },
    reference: { provider: "openai", model: "gpt-5" },
    mode: "cost",
    environment: "dev",
    outcome: "error",
    status: 503,
    endpoint: "messages",
  };
  test.each<{ query: RequestQuery; event?: Partial<UsageEvent>; matches: boolean }>([
    { query: { requested: "gpt-5" }, matches: true },
    { query: { requested: ["gpt-4o", "auto"] }, matches: false },
    { query: { environment: "dev" }, matches: true },
    { query: { outcome: ["ok", "error"] }, matches: true },
    { query: { outcome: "ok" }, matches: false },
    { query: { status: "503" }, matches: true },
    { query: { status: "50" }, matches: false },
    { query: { mode: "cost" }, matches: true },
    { query: { mode: "" }, matches: false },
    { query: { mode: "" }, event: { mode: undefined }, matches: true },
    { query: { endpoint: "messages" }, matches: true },
    { query: { endpoint: [] }, matches: false },
    { query: { moved: "true" }, matches: true },
    { query: { moved: "false" }, matches: false },
    { query: { moved: "true" }, event: { requested: "auto" }, matches: false },
    { query: { moved: "false" }, event: { requested: "auto" }, matches: true },
    { query: { requested: "gpt-5", customer: "acme" }, matches: false },
  ])("$query of $event: $matches", ({ query, event, matches }) => {
    expect(asksRows(query)).toBe(true);
    expect(requestFilter(query)(usageEvent({ at, ...named, ...event }))).toBe(matches);
  });
});
