import { createReplayChanges } from "../../../core/routing/replay-changes";

const change = (mode: "off" | "cost", from: string, saves: bigint) =>
  ({ mode, from, to: "openai/gpt-4o", requests: 1, saves }) as const;

describe("the largest changes", () => {
  test("are so many of each mode, so that one mode can't crowd out another", () => {
    const changes = createReplayChanges();
    for (const [index, from] of ["a", "b", "c"].entries()) {
      changes.add(change("off", from, -100n - BigInt(index)));
    }
    changes.add(change("cost", "d", 1n));
    expect(changes.largest(2).map(({ mode, from }) => `${mode} ${from}`)).toEqual([
      "off c",
      "off b",
      "cost d",
    ]);
  });

  test("add up requests of one mode and pair of models, and order by size whatever the sign", () => {
    const changes = createReplayChanges();
    changes.add(change("off", "a", -3n));
    changes.add(change("off", "a", -4n));
    changes.add(change("off", "b", 5n));
    expect(changes.largest(20)).toMatchObject([
      { from: "a", requests: 2, saves: -7n },
      { from: "b", requests: 1, saves: 5n },
    ]);
  });
});
