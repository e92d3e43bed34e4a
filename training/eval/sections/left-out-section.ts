import { type Interval, intervals, type Resampling } from "../bootstrap";
import type { LeftOut } from "../left-out";
import { areaUnder, recoveredGap } from "../pair";
import { decimal, type Section, withInterval } from "../report/section";

const leastMean = 0.56;
const leastWorst = 0.47;

/** How much is left of the ranking on kinds of prompts that were not learned from. */
export const leftOutSection = (found: readonly LeftOut[], resampling: Resampling): Section => {
  const sets = found.filter(({ pairs }) => pairs.length > 0);
  const areas = (samples: readonly (Int32Array | undefined)[]): number[] =>
    sets.flatMap(({ pairs, levels }, at) =>
      pairs.map((pair) => areaUnder(recoveredGap(pair, levels, samples[at]))),
    );
  const [mean, worst] = intervals(
    sets.map(({ levels }) => levels.places.length),
    (samples) => {
      const each = areas(samples);
      return [meanOf(each), Math.min(...each)];
    },
    resampling,
  ) as [Interval, Interval];
  const rows = sets.map(({ dataset, levels, words, pairs }) => {
    const own = pairs.map((pair) => areaUnder(recoveredGap(pair, levels)));
    const byWords = pairs.map((pair) => areaUnder(recoveredGap(pair, words)));
    const count = String(levels.places.length);
    return [dataset, count, own.map(decimal).join("  "), byWords.map(decimal).join("  ")];
  });
  const byWords = sets.flatMap(({ pairs, words }) =>
    pairs.map((pair) => areaUnder(recoveredGap(pair, words))),
  );
  return {
    title: "Leave one data set out",
    tables: [
      {
        rows: [
          ["data set", "prompts", "APGR of each pair", "by word count"],
          ...rows,
          ["mean of all pairs", "", withInterval(mean), decimal(meanOf(byWords))],
          ["random", "", decimal(0.5), ""],
        ],
      },
    ],
    goals: [
      {
        what: "leave one data set out, mean APGR over pairs",
        goal: `≥ ${leastMean}`,
        reached: withInterval(mean),
        met: mean.value >= leastMean,
      },
      {
        what: "leave one data set out, worst pair",
        goal: `≥ ${leastWorst}`,
        reached: withInterval(worst),
        met: worst.value >= leastWorst,
      },
    ],
    notes: [
      "Nothing is published for these pairs.",
      "Trained anew without the data set and without its questions in other data sets; the two sets of GSM8K go together.",
      "Pairs: of the data set's models sorted by mean score those at the quantiles 10 and 90, 30 and 90, 10 and 60, 40 and 80, 20 and 75, where their means differ by more than 0.03; where there are but two models, these.",
      "The interval of the worst pair lies low, as the worst of many noisy figures is no fixed pair.",
    ],
  };
};

const meanOf = (areas: readonly number[]): number =>
  areas.reduce((sum, area) => sum + area, 0) / areas.length;
