import { createGroupCommit } from "../../../lambdas/shared/group-commit";

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("a group commit", () => {
  test("items of one turn share a call, and each gets its own answer", async () => {
    const batches: number[][] = [];
    const join = createGroupCommit<number, number>(async (batch) => {
      batches.push([...batch]);
      return batch.map((item) => item * 10);
    });
    expect(await Promise.all([1, 2, 3].map(join))).toEqual([10, 20, 30]);
    expect(batches).toEqual([[1, 2, 3]]);
  });

  test("what comes while a call is in flight shares the next one", async () => {
    const batches: number[][] = [];
    let finish: () => void = () => undefined;
    const join = createGroupCommit<number, null>(async (batch) => {
      batches.push([...batch]);
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return batch.map(() => null);
    });
    const first = join(1);
    await turn();
    const others = [join(2), join(3)];
    finish();
    await first;
    await turn();
    finish();
    await Promise.all(others);
    expect(batches).toEqual([[1], [2, 3]]);
  });

  test("a failed call fails its own items only", async () => {
    const join = createGroupCommit<number, number>(async (batch) => {
      if (batch.includes(13)) throw new Error("unlucky");
      return batch;
    });
    await expect(join(13)).rejects.toThrow("unlucky");
    expect(await join(14)).toBe(14);
  });

  test("with a rest, a lone item still goes at once and a trickle shares calls", async () => {
    let time = 0;
    const starts: { readonly at: number; readonly items: number }[] = [];
    const sleeps: (() => void)[] = [];
    const join = createGroupCommit<number, null>(
      async (batch) => {
        starts.push({ at: time, items: batch.length });
        return batch.map(() => null);
      },
      {
        restMs: 20,
        now: () => time,
        sleep: (delayMs) =>
          new Promise<void>((resolve) => {
            sleeps.push(() => {
              time += delayMs;
              resolve();
            });
          }),
      },
    );
    await join(1);
    const trickle = [join(2)];
    await turn();
    time = 5;
    trickle.push(join(3));
    await turn();
    sleeps.shift()?.();
    await Promise.all(trickle);
    expect(starts.map(({ items }) => items)).toEqual([1, 2]);
    expect(starts[1]?.at).toBeGreaterThanOrEqual(20);
  });
});
