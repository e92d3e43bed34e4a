import { acceptedQuality, promisedQuality } from "../../../core/routing/mode";
import { type Interval, intervals, type Resampling } from "../bootstrap";
import { calibrationError } from "../calibration";
import type { Pool } from "../pool";
import { keptOfAll, lossOf, meanLoss } from "../promise";
import {
  decimal,
  type Goal,
  percent,
  type Section,
  type Table,
  withInterval,
} from "../report/section";

const modes = ["quality", "balanced", "cost"] as const;
const leastUse = 0.6;
const mostError = 0.03;

/** Whether each mode keeps what it promises, and uses it. */
export const promiseSection = (pools: readonly Pool[], resampling: Resampling): Section => {
  const rows: string[][] = [
    ["mode", "pool", "asked for", "promised loss", "actual loss", "used", "kept"],
  ];
  const goals: Goal[] = [];
  for (const mode of modes) {
    const kept = keptOfAll(pools, acceptedQuality[mode]);
    const promised = 1 - promisedQuality[mode];
    const [mean, ...each] = intervals(
      pools.map(({ count }) => count),
      (samples) => [
        meanLoss(kept, samples),
        ...kept.map((one) => lossOf(one, samples[one.place] as Int32Array)),
      ],
      resampling,
    ) as [Interval, ...Interval[]];
    const write = (loss: Interval): string[] => [
      percent(promised),
      withInterval(loss, percent),
      percent(loss.value / promised),
      loss.value <= promised ? "yes" : "no",
    ];
    kept.forEach(({ pool, asked }, at) => {
      rows.push([mode, pool, asked, ...write(each[at] as Interval)]);
    });
    rows.push([mode, "mean of all", "", ...write(mean)]);
    goals.push(...goalsOf(mode, promised, mean));
  }
  const calibration = calibrationOf(pools, resampling);
  return {
    title: "Promises",
    tables: [{ rows }, calibration.table],
    goals: [...goals, calibration.goal],
    notes: [
      "Actual loss: how far the mean score of the chosen models is below that of the reference. For `auto` the reference is the best predicted model of each prompt; `named` is for callers who ask for the strongest model of the pool.",
      "The floors of the modes were fitted to the development prompts, cross-fitted: where these are judged, three numbers were picked on what they are judged by.",
      "The goal is for the mean of pools and ways to ask, and so are the floors: single pools may lose more than is promised, see `kept`.",
      "A negative loss is a gain: the router's choice did better than its reference.",
      "Random routing keeps no promise, and word count predicts no quality, so there is no baseline here; all-to-the-reference loses nothing and saves nothing.",
      "Calibration error: predicted quality against mean score in ten bins, over all models and prompts. MT-Bench has no share of acceptable answers and is left out.",
    ],
  };
};

const goalsOf = (mode: string, promised: number, mean: Interval): Goal[] => [
  {
    what: `promise of ${mode}, mean loss`,
    goal: `≤ ${percent(promised)}`,
    reached: withInterval(mean, percent),
    met: mean.value <= promised,
  },
  {
    what: `promise of ${mode}, share of it used`,
    goal: `≥ ${percent(leastUse)}`,
    reached: percent(mean.value / promised),
    met: mean.value >= leastUse * promised,
  },
];

const calibrationOf = (
  pools: readonly Pool[],
  resampling: Resampling,
): { readonly table: Table; readonly goal: Goal } => {
  const [mean, ...each] = intervals(
    pools.map(({ count }) => count),
    (samples) => {
      const errors = pools.map((pool, at) => calibrationError(pool, samples[at] as Int32Array));
      return [errors.reduce((sum, error) => sum + error, 0) / errors.length, ...errors];
    },
    // Every model of every prompt counts in it: a tenth of the resamples takes as long as the rest.
    { ...resampling, resamples: Math.max(20, Math.round(resampling.resamples / 10)) },
  ) as [Interval, ...Interval[]];
  return {
    table: {
      title: "Calibration error",
      rows: [
        ["pool", "models", "error"],
        ...pools.map(({ name, models }, at) => [
          name,
          String(models.length),
          withInterval(each[at] as Interval),
        ]),
        ["mean", "", withInterval(mean)],
      ],
    },
    goal: {
      what: "calibration error, mean of the pools",
      goal: `≤ ${decimal(mostError)}`,
      reached: withInterval(mean),
      met: mean.value <= mostError,
    },
  };
};
