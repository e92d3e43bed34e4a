import fc from "fast-check";
import type { RequestId } from "../../../core/ids";
import {
  encodeEnvelope,
  encodeEvent,
  envelopeSchema,
  recordableSchema,
} from "../../../core/usage/usage-envelope";
import type { UsageEvent } from "../../../core/usage/usage-event";
import { usageEvent, usageEvents } from "../../contracts/usage-event-arbitrary";

const at = Date.parse("2026-11-24T13:04:05.678Z");
const events = usageEvents(
  { organizations: ["Acme00000000"], timeZones: ["UTC", "Asia/Kolkata"], from: at, to: at + 1e9 },
  { minLength: 1, maxLength: 10 },
);
const withoutAbsent = (event: UsageEvent): unknown => JSON.parse(JSON.stringify(event));

describe("an envelope", () => {
  test("gives back the events that were put in", () => {
    fc.assert(
      fc.property(events, (all) => {
        const read = envelopeSchema.parse(JSON.parse(encodeEnvelope(all.map(encodeEvent))));
        expect(read.events.map((event) => recordableSchema.parse(event))).toEqual(
          all.map(withoutAbsent),
        );
      }),
    );
  });

  test.each([
    { name: "none in it", body: { events: [] } },
    { name: "a field beside them", body: { events: [usageEvent({ at })], more: 1 } },
  ])("is refused with $name", ({ body }) => {
    expect(envelopeSchema.safeParse(body).success).toBe(false);
  });

  test.each([
    { name: "a prompt smuggled in", event: { ...usageEvent({ at }), prompt: "hi" } },
    { name: "half a pUSD", event: { ...usageEvent({ at }), cost: 0.5 } },
    { name: "no time in its id", event: usageEvent({ at, id: "req_1" as unknown as RequestId }) },
    { name: "an unknown zone", event: usageEvent({ at, timeZone: "Mars/Olympus" }) },
  ])("holds no event with $name", ({ event }) => {
    expect(recordableSchema.safeParse(event).success).toBe(false);
  });
});
