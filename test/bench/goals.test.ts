import type { Latency, Summary } from "../../bench/measure/summary";
import type { Figures } from "../../bench/report/figures";
import { judge } from "../../bench/report/goals";
import { report } from "../../bench/report/report";

const latency = (p50: number, p99: number): Latency => ({ p50, p99, max: p99, samples: 100 });

const summary = (sequential: Latency, firstEvent: Latency, rate: number): Summary => ({
  sequential,
  firstEvent,
  gaps: latency(5, 8),
  saturated: { requestsPerSecond: rate, p50: 4, p99: 9, range: [rate, rate], process: 99 },
  failures: 0,
});

/** A run that meets every goal, just so. */
const figures: Figures = {
  conditions: {
    date: "2026-11-24T00:00:00.000Z",
    node: "v20.20.2",
    cpu: "some CPU",
    pinned: true,
    rounds: 5,
    loadBefore: 0,
    routedTo: "openai/gpt-4.1-mini",
  },
  targets: {
    direct: summary(latency(0.25, 1), latency(0.25, 1), 20_000),
    passThrough: summary(latency(0.5, 2), latency(0.5, 2), 13_700),
    gateway: summary(latency(0.75, 4), latency(0.75, 4), 3_000),
  },
  residentBytes: 160_000_000,
  product: { residentBytes: 150_000_000, peakBytes: 170_000_000 },
  firstAnswers: { compiledMs: 1_500, uncompiledMs: 2_000 },
  recorded: { requests: 1_000, rows: 1_000, totals: 1_000, drainedSeconds: 1 },
};

const missedBy = (changed: Partial<Figures>): readonly string[] =>
  judge({ ...figures, ...changed })
    .filter(({ met }) => !met)
    .map(({ goal }) => goal);

const gatewayWith = (changed: Partial<Summary>): Partial<Figures> => ({
  targets: { ...figures.targets, gateway: { ...figures.targets.gateway, ...changed } },
});

describe("judge", () => {
  test("a run at the limits meets every goal", () => {
    expect(missedBy({})).toEqual([]);
  });

  test.each([
    {
      name: "what the upstream itself takes is not added",
      changed: gatewayWith({ sequential: latency(0.86, 4) }),
      missed: ["added latency, median, one connection"],
    },
    {
      name: "a late first event",
      changed: gatewayWith({ firstEvent: latency(1, 4) }),
      missed: ["added time to first event, median"],
    },
    {
      name: "2,999 requests a second",
      changed: gatewayWith({
        saturated: { ...figures.targets.gateway.saturated, requestsPerSecond: 2_999 },
      }),
      missed: ["JSON requests per second, 64 connections"],
    },
    { name: "one failure", changed: gatewayWith({ failures: 1 }), missed: ["failed requests"] },
    {
      name: "a lost row",
      changed: { recorded: { ...figures.recorded, rows: 999 } },
      missed: ["rows of the requests taken"],
    },
    {
      name: "a row that was counted twice",
      changed: { recorded: { ...figures.recorded, totals: 1_001 } },
      missed: ["rows of the requests taken"],
    },
  ])("misses a goal by $name", ({ changed, missed }) => {
    expect(missedBy(changed)).toEqual(missed);
  });

  test("a figure that is not known meets no goal", () => {
    const nothing = latency(Number.NaN, Number.NaN);
    expect(missedBy(gatewayWith({ sequential: nothing }))).toHaveLength(2);
  });
});

describe("report", () => {
  test("says which goals were missed, and that a busy machine's figures are worth little", () => {
    const { conditions } = figures;
    const busy = report({
      ...figures,
      ...gatewayWith({ failures: 3 }),
      conditions: { ...conditions, loadBefore: 2.5, pinned: false },
    });
    expect(busy).toMatch(/failed requests +3 +0 +MISSED/);
    expect(busy).toContain("load average 2.5");
    expect(busy).toContain("Not pinned");
  });

  test("shows no memory of npm start where the system does not tell it", () => {
    const { product: _, ...without } = figures;
    expect(report(without)).not.toContain("npm start as a whole");
  });
});
