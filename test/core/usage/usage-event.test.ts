import { usageEventSchema } from "../../../core/usage/usage-event";
import { usageEvent } from "../../contracts/usage-event-arbitrary";

const at = Date.parse("2026-11-24T13:04:05.678Z");

describe("a record", () => {
  test("from before units and service tiers were kept is read as it was written", () => {
    const old = JSON.parse(JSON.stringify(usageEvent({ at }))) as Record<string, unknown>;
    expect(old).not.toHaveProperty("units");
    expect(usageEventSchema.parse(old)).toEqual(old);
  });

  test("keeps what was billed by the piece, and the tier", () => {
    const event = usageEvent({ at, units: { "web-search": 2 }, serviceTier: "fast+us" });
    expect(usageEventSchema.parse(event)).toMatchObject({
      units: { "web-search": 2 },
      serviceTier: "fast+us",
    });
  });

  test.each(["chat.completions", "responses", "messages", "embeddings"] as const)(
    "of %s is one",
    (endpoint) => {
      expect(usageEventSchema.safeParse(usageEvent({ at, endpoint })).success).toBe(true);
    },
  );

  test.each([
    { name: "a unit that nobody bills", units: { poem: 1 } },
    { name: "half a search", units: { "web-search": 0.5 } },
    { name: "none of a kind, which is not to be named", units: { "web-search": 0 } },
  ])("with $name is none", ({ units }) => {
    expect(usageEventSchema.safeParse({ ...usageEvent({ at }), units }).success).toBe(false);
  });
});
