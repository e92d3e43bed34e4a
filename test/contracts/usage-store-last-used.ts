import type { KeyId } from "../../core/ids";
import { usageEvent } from "./usage-event-arbitrary";
import { newOrganization, type OpenUsageStore } from "./usage-store-recording";

const at = Date.parse("2026-08-08T08:08:08Z");
const minuteMs = 60_000;

/** When keys were used last is known from what was recorded of them. */
export const lastUsedGuarantees = (open: OpenUsageStore): void => {
  test("of each key the latest request's time is known, whatever the order they come in", async () => {
    const organization = newOrganization();
    const [one, two] = ["Key0000001", "Key0000002"] as KeyId[];
    const use = (key: KeyId | undefined, minutes: number, serial: number) =>
      usageEvent({ at: at + minutes * minuteMs, organization, ...(key && { key }) }, serial);
    await open().record([use(one, 5, 1), use(one, 9, 2), use(two, 1, 3)]);
    await open().record([use(one, 7, 4)]);
    await open().record([use(two, 3, 5)]);
    expect(await open().lastUsed(organization)).toEqual(
      new Map([
        [one, at + 9 * minuteMs],
        [two, at + 3 * minuteMs],
      ]),
    );
  });

  test("it is ten seconds behind at most, however often a key is used", async () => {
    const organization = newOrganization();
    const store = open();
    for (let second = 0; second <= 30; second += 3) {
      await store.record([usageEvent({ at: at + second * 1_000, organization }, second)]);
      const last = (await store.lastUsed(organization)).get("Key0000001" as KeyId);
      expect(at + second * 1_000 - (last ?? 0)).toBeLessThan(10_000);
    }
  });

  test("keys that were never used, and those of others, are not among them", async () => {
    const organization = newOrganization();
    await open().record([usageEvent({ at, organization: newOrganization() })]);
    expect(await open().lastUsed(organization)).toEqual(new Map());
  });
};
