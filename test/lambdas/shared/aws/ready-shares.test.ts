import type { BudgetCounter } from "../../../../lambdas/shared/aws/budget-counter";
import { createReadyShares } from "../../../../lambdas/shared/aws/ready-shares";

const limit = 10_000_000n;
const amount = 100n;

/** A counter in memory that tells how often it was asked and what it holds. */
const openCounter = () => {
  let committed = 0n;
  let asked = 0;
  const counter: BudgetCounter = {
    async reserve(wanted, most) {
      asked += 1;
      if (committed + wanted > most) return undefined;
      committed += wanted;
      return {
        async settle(actual) {
          committed += actual - wanted;
        },
      };
    },
  };
  return { counter, committed: () => committed, asked: () => asked };
};

const open = () => {
  let time = 0;
  let idle: () => void = () => undefined;
  const store = openCounter();
  const shares = createReadyShares(store.counter, {
    now: () => time,
    afterIdle: (callback) => {
      idle = callback;
    },
  });
  return {
    ...store,
    shares,
    pass: (ms: number) => {
      time += ms;
    },
    fallIdle: () => idle(),
  };
};

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** `perTenth` requests in each tenth of a second, for so many tenths. */
const keepBusy = async (world: ReturnType<typeof open>, perTenth: number, tenths: number) => {
  for (let tenth = 0; tenth < tenths; tenth += 1) {
    for (let one = 0; one < perTenth; one += 1) {
      await (await world.shares.reserve(amount, limit))?.settle(1n);
      await settled();
    }
    world.pass(100);
  }
};

describe("shares set aside ahead", () => {
  test("a process with a request now and then reserves for each, and holds nothing ahead", async () => {
    const world = open();
    await keepBusy(world, 1, 20);
    expect(world.asked()).toBe(20);
    expect(world.committed()).toBe(20n);
  });

  test("a busy process finds shares ready", async () => {
    const world = open();
    await keepBusy(world, 40, 2);
    const share = await world.shares.reserve(amount, limit);
    expect(share).toBeDefined();
    // Ready means that nothing has to be asked for it: of 81 requests some did not wait.
    expect(world.committed()).toBeGreaterThan(80n + amount);
  });

  test("what nobody took is given back once the process falls idle", async () => {
    const world = open();
    await keepBusy(world, 40, 3);
    world.fallIdle();
    await settled();
    expect(world.committed()).toBe(120n);
  });

  test("a share that is too small for a request, or of another limit, is not taken for it", async () => {
    const world = open();
    await keepBusy(world, 40, 2);
    const before = world.committed();
    await world.shares.reserve(amount * 50n, limit);
    expect(world.committed()).toBeGreaterThanOrEqual(before + amount * 50n);
    expect(await world.shares.reserve(amount, 10n)).toBeUndefined();
  });

  test("near its end a budget is given out one by one, to its last share", async () => {
    const world = open();
    await keepBusy(world, 40, 2);
    world.fallIdle();
    await settled();
    await world.counter.reserve((limit * 95n) / 100n - world.committed(), limit);
    const before = world.committed();
    await keepBusy(world, 40, 2);
    expect(world.committed()).toBe(before + 80n);
  });
});
