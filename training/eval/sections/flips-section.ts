import { type Interval, intervals, type Resampling } from "../bootstrap";
import { askedModels, type Flips } from "../flips";
import { percent, type Section, withInterval } from "../report/section";
import { sumOver } from "../select";

const most = 0.03;

/** How many routes change when the same is asked in other clothes. */
export const flipsSection = (flips: readonly Flips[], resampling: Resampling): Section => {
  const count = flips[0]?.changed[0]?.length ?? 0;
  const shares = ({ changed }: Flips, sample: Int32Array): number[] =>
    changed.map((ones) => sumOver(ones, sample) / sample.length);
  const [mean, ...each] = intervals(
    [count],
    ([sample = new Int32Array(0)]) => {
      const all = flips.flatMap((one) => shares(one, sample));
      return [all.reduce((sum, share) => sum + share, 0) / all.length, ...all];
    },
    resampling,
  ) as [Interval, ...Interval[]];
  const worst = each.reduce((most, one) => (one.value > most.value ? one : most));
  return {
    title: "Routes that flip",
    tables: [
      {
        rows: [
          ["disturbance", ...askedModels.map((model) => `asked for ${model}`)],
          ...flips.map(({ disturbance }, at) => [
            disturbance,
            ...askedModels.map((_, asked) =>
              withInterval(each[at * askedModels.length + asked] as Interval, percent),
            ),
          ]),
        ],
      },
    ],
    goals: [
      {
        what: "routes that flip, mean",
        goal: `≤ ${percent(most)}`,
        reached: withInterval(mean, percent),
        met: mean.value <= most,
      },
      {
        what: "routes that flip, worst disturbance",
        goal: `≤ ${percent(most)}`,
        reached: withInterval(worst, percent),
        met: worst.value <= most,
      },
    ],
    notes: [
      `A route is the offer that a request goes to: shipped artifact, shipped catalog, keys for OpenAI, Anthropic, Gemini, Mistral and DeepSeek, mode balanced; ${count} requests of data/routing/heldout.`,
      "The text of the last user turn is changed. Politeness and wrappers also make a request longer, so a few routes change because prices do.",
    ],
  };
};
