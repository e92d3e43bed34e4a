import { isRefusal } from "../../core/ports/limit-store";
import {
  dailyBudget,
  dollar,
  expectRoom,
  fourProcesses,
  granted,
  type LimitWorld,
  leaseMs,
  limited,
  noon,
  pico,
  refusal,
} from "./limit-world";

/** Many calls to an emulator on a machine that may be busy. */
const slowMs = 60_000;

/** No budget is ever overrun by what is reserved, and nothing that is spent is forgotten. */
export const budgetGuarantees = (world: LimitWorld): void => {
  beforeEach(() => world.setClock(noon));

  test(
    "a thousand concurrent requests of four processes set aside all of $10 and no cent more",
    async () => {
      const by = dailyBudget(10 * dollar);
      const processes = fourProcesses(world);
      const answers = await Promise.all(
        Array.from({ length: 1_000 }, (_, at) => processes(at).reserve(by, pico(0.03 * dollar))),
      );
      const reservations = answers.flatMap((answer) => (isRefusal(answer) ? [] : [answer]));
      expect(reservations).toHaveLength(333);
      await Promise.all(reservations.map((one) => one.settle(pico(0.02 * dollar))));
      await expectRoom(processes(0), by, pico((10 - 333 * 0.02) * dollar));
    },
    slowMs,
  );

  test("settling gives back what was not spent, and counts what was spent beyond", async () => {
    const store = world.open();
    const by = dailyBudget(10 * dollar);
    const take = (dollars: number) => granted(store, by, pico(dollars * dollar));
    const [less, more, nothing] = await Promise.all([take(4), take(3), take(2)]);
    await expectRoom(store, by, pico(dollar));
    await Promise.all([less.settle(pico(dollar)), nothing.settle(pico(0))]);
    await expectRoom(store, by, pico(6 * dollar));
    await more.settle(pico(8 * dollar));
    await expectRoom(store, by, pico(dollar));
  });

  test("a budget overspent by one request refuses the next, and one of 0 passes at the limit", async () => {
    const store = world.open();
    const by = dailyBudget(dollar);
    const first = await granted(store, by, pico(dollar));
    await granted(store, by, pico(0));
    await first.settle(pico(3 * dollar));
    await refusal(store, by, pico(0));
  });

  test("where one budget refuses, the others get their share back", async () => {
    const store = world.open();
    const by = limited({
      key: { budget: { dailyMicroUsd: 10, monthlyMicroUsd: 10 } },
      organization: { budget: { dailyMicroUsd: 10, monthlyMicroUsd: 5 } },
    });
    for (let time = 0; time < 3; time += 1) await refusal(store, by, pico(6));
    const organizationless = { ...by, organizationLimits: {} };
    await expectRoom(store, organizationless, pico(10));
  });

  test("of a group that does not fit as a whole those pass that do", async () => {
    const store = world.open();
    const by = dailyBudget(10);
    const answers = await Promise.all([6, 6, 3, 2, 1].map((n) => store.reserve(by, pico(n))));
    expect(answers.map(isRefusal)).toEqual([false, true, false, true, false]);
  });

  test("a raised budget counts what is in flight", async () => {
    const store = world.open();
    const by = dailyBudget(dollar);
    const first = await granted(store, by, pico(dollar));
    const raised = { ...by, keyLimits: { budget: { dailyMicroUsd: 3 * dollar } } };
    await expectRoom(store, raised, pico(2 * dollar));
    const second = await granted(store, raised, pico(dollar));
    await first.settle(pico(0));
    await expectRoom(store, raised, pico(2 * dollar));
    await second.settle(pico(dollar));
    await expectRoom(store, raised, pico(2 * dollar));
  });

  test("what a dead process had set aside is given back once it expires, and not before", async () => {
    const by = dailyBudget(10 * dollar);
    await granted(world.open(), by, pico(6 * dollar));
    const alive = world.open();
    world.setClock(noon + leaseMs - 1);
    await refusal(alive, by, pico(5 * dollar));
    world.setClock(noon + leaseMs + 1);
    await expectRoom(alive, by, pico(10 * dollar));
  });

  test("a process whose share was given back still pays in full, and takes nothing twice", async () => {
    const by = dailyBudget(10 * dollar);
    const slow = world.open();
    const [first, second] = [
      await granted(slow, by, pico(3 * dollar)),
      await granted(slow, by, pico(3 * dollar)),
    ];
    world.setClock(noon + leaseMs + 1);
    const other = world.open();
    await expectRoom(other, by, pico(10 * dollar));
    await first.settle(pico(2 * dollar));
    await expectRoom(other, by, pico(8 * dollar));
    const third = await granted(slow, by, pico(dollar));
    await second.settle(pico(0));
    await expectRoom(other, by, pico(7 * dollar));
    await third.settle(pico(dollar));
    await expectRoom(slow, by, pico(7 * dollar));
  });
};
