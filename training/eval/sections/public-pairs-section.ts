import { type Interval, intervals, type Resampling } from "../bootstrap";
import type { Judged } from "../judged";
import { areaUnder, callsOn, type Levels, levelsOf, type Pair, recoveredGap } from "../pair";
import { publicPair } from "../public-pairs";
import type { Plot } from "../report/plot";
import { decimal, type Goal, percent, type Section, withInterval } from "../report/section";

/** A data set with what was published of it (RouteLLM's best router), and what we want to reach. */
type Judgement = {
  readonly dataset: string;
  readonly name: string;
  readonly published: readonly [apgr: number, cpt50: number, cpt80: number];
  readonly leastApgr: number;
  readonly mostCpt80: number;
};

const judgements: readonly Judgement[] = [
  {
    dataset: "routellm-mmlu",
    name: "MMLU",
    published: [0.603, 0.354, 0.716],
    leastApgr: 0.69,
    mostCpt80: 0.55,
  },
  {
    dataset: "routellm-gsm8k",
    name: "GSM8K",
    published: [0.622, 0.336, 0.633],
    leastApgr: 0.66,
    mostCpt80: 0.56,
  },
  {
    dataset: "routellm-mt-bench",
    name: "MT-Bench",
    published: [0.802, 0.134, 0.313],
    leastApgr: 0.74,
    mostCpt80: 0.42,
  },
];

/** RouteLLM's pair of models: the share of calls that have to go to the strong one. */
export const publicPairsSection = (judged: readonly Judged[], resampling: Resampling): Section => {
  const rows: string[][] = [["data set, ranked by", "prompts", "APGR", "CPT50", "CPT80"]];
  const goals: Goal[] = [];
  const plots: Plot[] = [];
  for (const judgement of judgements) {
    const found = publicPair(judged, judgement.dataset);
    if (found === undefined) {
      rows.push([`${judgement.name}: no prompts`, "0", "-", "-", "-"]);
      continue;
    }
    const { pair, gain, words } = found;
    const levels = levelsOf(gain);
    const figures = figuresOf(pair, levels, resampling);
    const count = String(gain.length);
    const [area, half, most] = judgement.published;
    rows.push(
      [`${judgement.name}, the router`, count, ...written(figures)],
      [
        `${judgement.name}, word count`,
        count,
        ...written(figuresOf(pair, levelsOf(words), resampling)),
      ],
      [`${judgement.name}, random`, count, decimal(0.5), percent(0.5), percent(0.8)],
      [`${judgement.name}, best published`, "", decimal(area), percent(half), percent(most)],
    );
    goals.push(...goalsOf(judgement, figures));
    plots.push(plotOf(judgement, pair, levels, levelsOf(words)));
  }
  return { title: "Two models, public benchmarks", tables: [{ rows }], goals, notes, plots };
};

const notes = [
  "mixtral-8x7b-instruct-v0.1 and gpt-4-1106-preview, RouteLLM's own answers; prompts that it calls contaminated are left out.",
  "Prompts are ranked by `gain`, as `npm run router:score` prints it: predicted with the levels of a typical small and a typical large model, nothing is known of the two at hand.",
  "APGR: area under the share of the gap recovered over the share of calls to the strong model. CPT50, CPT80: least share of calls that recovers 50% and 80%.",
  "Best published: RouteLLM (arXiv:2406.18665), tables 1 to 3, on all prompts; ours are on a part of them.",
];

const figuresOf = (pair: Pair, levels: Levels, resampling: Resampling): Interval[] =>
  intervals(
    [pair.weak.length],
    ([sample]) => {
      const curve = recoveredGap(pair, levels, sample);
      return [areaUnder(curve), callsOn(curve, 0.5), callsOn(curve, 0.8)];
    },
    resampling,
  );

const written = ([area, half, most]: readonly Interval[]): string[] => [
  withInterval(area as Interval),
  withInterval(half as Interval, percent),
  withInterval(most as Interval, percent),
];

const goalsOf = (
  { name, leastApgr, mostCpt80 }: Judgement,
  [area, , most]: readonly Interval[],
): Goal[] => [
  {
    what: `${name}, APGR`,
    goal: `≥ ${leastApgr}`,
    reached: withInterval(area as Interval),
    met: (area as Interval).value >= leastApgr,
  },
  {
    what: `${name}, CPT80`,
    goal: `≤ ${percent(mostCpt80)}`,
    reached: withInterval(most as Interval, percent),
    met: (most as Interval).value <= mostCpt80,
  },
];

const plotPoints = 100;

const plotOf = ({ dataset, name }: Judgement, pair: Pair, levels: Levels, words: Levels): Plot => {
  const pointsOf = (ranking: Levels): [number, number][] => {
    const curve = recoveredGap(pair, ranking);
    return Array.from({ length: plotPoints + 1 }, (_, step) => {
      const place = Math.round((step / plotPoints) * (curve.length - 1));
      return [place / (curve.length - 1), curve[place] as number];
    });
  };
  return {
    name: dataset,
    title: `${name}: gap recovered by calls to the strong model`,
    x: "calls to the strong model",
    y: "gap recovered",
    series: [
      { name: "the router", style: "line", points: pointsOf(levels) },
      { name: "word count", style: "line", points: pointsOf(words) },
      {
        name: "random",
        style: "dashed",
        points: [
          [0, 0],
          [1, 1],
        ],
      },
    ],
  };
};
