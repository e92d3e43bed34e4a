import type { Limits } from "../../core/ports/access-store";
import { isRefusal } from "../../core/ports/limit-store";
import {
  fourProcesses,
  granted,
  type LimitWorld,
  limited,
  noon,
  pico,
  refusal,
} from "./limit-world";

const slowMs = 60_000;
const one = (limits: Limits): Limits => limits;

/** Every limit ends when it says, in the organization's own days and months. */
export const windowGuarantees = (world: LimitWorld): void => {
  beforeEach(() => world.setClock(noon));

  const day = one({ budget: { dailyMicroUsd: 5 } });
  const month = one({ budget: { monthlyMicroUsd: 5 } });
  test.each([
    { name: "a key's day", rules: { key: day }, scope: "key", limit: "daily-budget" },
    { name: "a key's month", rules: { key: month }, scope: "key", limit: "monthly-budget" },
    {
      name: "an organization's day",
      rules: { organization: day },
      scope: "organization",
      limit: "daily-budget",
    },
    {
      name: "an organization's month",
      rules: { organization: month },
      scope: "organization",
      limit: "monthly-budget",
    },
  ])("a refusal names $name and when it ends", async ({ rules, scope, limit }) => {
    const resetsAt = Date.parse(
      limit === "daily-budget" ? "2026-11-25T00:00:00Z" : "2026-12-01T00:00:00Z",
    );
    const store = world.open();
    const by = limited(rules);
    await granted(store, by, pico(5));
    expect(await refusal(store, by)).toEqual({ scope, limit, resetsAt });
    world.setClock(resetsAt);
    await granted(store, by, pico(5));
  });

  test.each([
    { timeZone: "Asia/Kolkata", ends: "2026-11-24T18:30:00Z" },
    { timeZone: "America/Los_Angeles", ends: "2026-11-25T08:00:00Z" },
    { timeZone: "Pacific/Auckland", ends: "2026-11-25T11:00:00Z" },
  ])("a day in $timeZone ends at $ends", async ({ timeZone, ends }) => {
    const store = world.open();
    const by = limited({ key: day, timeZone });
    await (await granted(store, by, pico(5))).settle(pico(5));
    expect((await refusal(store, by)).resetsAt).toBe(Date.parse(ends));
    world.setClock(Date.parse(ends) - 1);
    await refusal(store, by);
    world.setClock(Date.parse(ends));
    await granted(store, by, pico(5));
  });

  test("what was reserved yesterday is settled against yesterday", async () => {
    const store = world.open();
    const by = limited({ key: day });
    const yesterdays = await granted(store, by, pico(5));
    world.setClock(noon + 13 * 3_600_000);
    await yesterdays.settle(pico(100));
    await granted(store, by, pico(5));
  });

  test(
    "of 400 concurrent requests of four processes exactly the 100 of the minute pass",
    async () => {
      const by = limited({ organization: { requestsPerMinute: 100 } });
      const processes = fourProcesses(world);
      const ask = async () => {
        const answers = await Promise.all(
          Array.from({ length: 400 }, (_, at) => processes(at).reserve(by, pico(1))),
        );
        const refused = answers.filter(isRefusal);
        expect(refused).toHaveLength(300);
        return refused[0];
      };
      world.setClock(noon + 59_999);
      expect(await ask()).toEqual({
        scope: "organization",
        limit: "requests-per-minute",
        resetsAt: noon + 60_000,
      });
      world.setClock(noon + 60_000);
      await ask();
    },
    slowMs,
  );

  test("a request refused by its organization's rate is not counted against its key", async () => {
    const store = world.open();
    const by = limited({ key: { requestsPerMinute: 2 }, organization: { requestsPerMinute: 1 } });
    await granted(store, by, pico(1));
    for (let time = 0; time < 3; time += 1) {
      expect((await refusal(store, by)).scope).toBe("organization");
    }
    await granted(store, { ...by, organizationLimits: {} }, pico(1));
    expect((await refusal(store, { ...by, organizationLimits: {} })).scope).toBe("key");
  });

  test("a request refused by a budget is not counted against a rate", async () => {
    const store = world.open();
    const by = limited({ key: { requestsPerMinute: 1, budget: { dailyMicroUsd: 5 } } });
    expect((await refusal(store, by, pico(6))).limit).toBe("daily-budget");
    await granted(store, by, pico(5));
    expect((await refusal(store, by)).limit).toBe("requests-per-minute");
  });

  test("without limits everything passes", async () => {
    await granted(world.open(), limited({}), pico(1_000_000_000));
  });
};
