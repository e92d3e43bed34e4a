import { figuresTable } from "../../../bench/dashboard/figures-table";
import type { Sample } from "../../../bench/dashboard/measure-screen";

const sample = (changed: Partial<Sample>): Sample => ({
  painted: 100,
  largest: 200,
  drawn: 300,
  shift: 0,
  blocked: 0,
  script: 90_000,
  interaction: undefined,
  ...changed,
});

const cellsOf = (...samples: Parameters<typeof figuresTable>) =>
  figuresTable(...samples)
    .split("\n")
    .slice(2)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

test("each cell is the median of the rounds, with an empty cache and with a full one", () => {
  const cold = [sample({ drawn: 900 }), sample({ drawn: 1_400 }), sample({ drawn: 1_000 })];
  const warm = [sample({ drawn: 400, script: 0 })];
  const [cells] = cellsOf([{ screen: "plan", cold, warm }]);
  expect(cells?.[0]).toBe("plan");
  expect(cells?.[3]).toBe("1,000 / 400");
  expect(cells?.[6]).toBe("90.0 / 0");
});

test("an interaction is named; one that the browser calls too short to tell is at most that", () => {
  const fast = [sample({ interaction: 16 })];
  const slow = [sample({ interaction: 48 })];
  const [one, other, none] = cellsOf([
    { screen: "keys", cold: fast, warm: fast },
    { screen: "request", cold: slow, warm: slow },
    { screen: "plan", cold: fast, warm: fast },
  ]);
  expect(one?.at(-1)).toBe("create a key: ≤ 16");
  expect(other?.at(-1)).toBe("next row (J): 48");
  expect(none?.at(-1)).toBe("–");
});

test("what nothing was measured of is no number", () => {
  const unpainted = [sample({ painted: Number.NaN })];
  expect(cellsOf([{ screen: "plan", cold: unpainted, warm: [] }])[0]?.[1]).toBe("– / –");
});
