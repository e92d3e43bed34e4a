import type { KeyId, OrganizationId } from "../../../core/ids";
import type { Access } from "../../../core/ports/access-store";
import { createAccessCache } from "../../../lambdas/gateway/access-cache";

const organization = "Acme00000000" as OrganizationId;
const key = "Key0000001" as KeyId;

/** A store that answers with the number of its reads, when it is told to. */
const open = () => {
  const time = { ms: 0 };
  const pending: { answer: () => void; fail: () => void }[] = [];
  const reads: number[] = [];
  const cache = createAccessCache(
    {
      read: () =>
        new Promise<Access>((resolve, reject) => {
          const serial = pending.length + 1;
          reads.push(time.ms);
          pending.push({
            answer: () => resolve({ credentials: [], serial } as Access),
            fail: () => reject(new Error("away")),
          });
        }),
    },
    () => time.ms,
  );
  const read = () => cache.read(organization, key) as Promise<Access & { serial: number }>;
  const answered = async () => {
    const asked = read();
    pending.at(-1)?.answer();
    return (await asked).serial;
  };
  return { cache, time, pending, reads, read, answered };
};

describe("the access cache", () => {
  test("concurrent misses share one read", async () => {
    const { read, pending } = open();
    const all = [read(), read(), read()];
    pending[0]?.answer();
    expect((await Promise.all(all)).map(({ serial }) => serial)).toEqual([1, 1, 1]);
    expect(pending).toHaveLength(1);
  });

  test("keys are kept apart", async () => {
    const { cache, pending, read } = open();
    void read();
    void cache.read(organization, "Key0000002" as KeyId);
    void cache.read("Other0000000" as OrganizationId, key);
    expect(pending).toHaveLength(3);
  });

  test("no answer is used a second after it was asked for, however busy the key is", async () => {
    const { time, read, answered, pending, reads } = open();
    await answered();
    for (time.ms = 1; time.ms <= 20_000; time.ms += 7) {
      const asked = read();
      pending.at(-1)?.answer();
      const { serial } = await asked;
      expect(time.ms - (reads[serial - 1] ?? 0)).toBeLessThan(1_000);
    }
  });

  test("it is renewed ahead by one read, while callers get the old answer at once", async () => {
    const { time, read, answered, pending } = open();
    await answered();
    time.ms = 700;
    const during = [await read(), await read()];
    expect(during.map(({ serial }) => serial)).toEqual([1, 1]);
    expect(pending).toHaveLength(2);
    pending[1]?.answer();
    await Promise.resolve();
    time.ms = 1_500;
    expect((await read()).serial).toBe(2);
  });

  test("a read that fails reaches its callers and is not kept", async () => {
    const { read, answered, pending } = open();
    const asked = read();
    pending[0]?.fail();
    await expect(asked).rejects.toThrow("away");
    expect(await answered()).toBe(2);
  });

  test("a renewal that fails leaves the old answer to its end, and no longer", async () => {
    const { time, read, answered, pending } = open();
    await answered();
    time.ms = 700;
    void read();
    pending[1]?.fail();
    await Promise.resolve();
    time.ms = 890;
    expect((await read()).serial).toBe(1);
    time.ms = 900;
    expect(await answered()).toBe(3);
  });
});
