import type { RequestId } from "../../../../core/ids";
import type { PicoUsd } from "../../../../core/money/amounts";
import { eventOf, rowOf } from "../../../../lambdas/shared/aws/dynamo-usage-store-row";
import { usageEvent } from "../../../contracts/usage-event-arbitrary";

const at = Date.parse("2026-11-24T13:04:05.678Z");

describe("a request's row", () => {
  test("stays below 4 kB with a hundred and fifty candidates, and loses none", () => {
    const candidates = Array.from({ length: 150 }, (_, n) => ({
      offer: `provider-${n % 16}/some-model-${n * 37}-preview`,
      quality: 100 - n * 0.317,
      expectedCost: (n * 123_456_789) as PicoUsd,
      verdict: "dearer-than-chosen",
    }));
    const event = usageEvent({ at, candidates, reason: "cheapest of 150 above 97 %" });
    const row = rowOf(event);
    expect(row.bytes).toBeLessThan(4_096);
    expect(eventOf(row.item)).toEqual(event);
  });

  test("needs an id that tells its time", () => {
    const event = usageEvent({ at, id: "req_1" as unknown as RequestId });
    expect(() => rowOf(event)).toThrow(/request id req_1 carries no time/);
  });

  test("can't be read from another item", () => {
    expect(() => eventOf({ sk: { S: "2026" } })).toThrow("item 2026 holds no event");
  });
});
