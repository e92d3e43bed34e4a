import type { Prior } from "../../core/routing/prior";
import { observationBounds } from "../../core/routing/prior";
import { placeOf, shiftAt } from "../../core/routing/quality";
import { tasks } from "../../core/routing/task";
import { sigmoid } from "../logit";
import type { Judged } from "./judged";

/** How many observations the model's level over all tasks is worth at each of them. */
const shrink = 20;
const leastChance = 0.03;
const halvings = 24;
const mostLogit = 6;

/** One observation of the model: its score, how much it counts, and how easy the prompt is. */
type Seen = { readonly score: number; readonly weight: number; readonly shifts: readonly number[] };

/**
 * What is believed of a model at each task after its scores on some prompts: the level at a prompt
 * that is neither easy nor hard, with what the router reads of each prompt's difficulty taken out.
 * Tasks with few prompts lean on the model's level over all.
 */
export const fitPriors = (judged: readonly Judged[], model: string): readonly Prior[] => {
  const scored = judged.filter(({ row }) => row.scores[model] !== undefined);
  const seenAt = (weightOf: (judged: Judged) => number): Seen[] =>
    scored.flatMap((one) => {
      const weight = weightOf(one);
      const score = one.row.scores[model] as number;
      return weight < leastChance ? [] : [{ score, weight, shifts: one.classification.shifts }];
    });
  const overall = levelOf(
    seenAt(() => 1),
    0.5,
    1,
  );
  return tasks.map((_, task) => {
    const seen = seenAt(({ classification }) => classification.chances[task] as number);
    const mean = levelOf(seen, overall, shrink);
    const weight = seen.reduce((sum, one) => sum + one.weight, 0);
    const { least, most } = observationBounds;
    return { mean, observations: Math.min(most, least + weight) };
  });
};

/** The level at which as much success is expected as was seen. */
const levelOf = (seen: readonly Seen[], before: number, worth: number): number => {
  let low = -mostLogit;
  let high = mostLogit;
  for (let halving = 0; halving < halvings; halving++) {
    const logit = (low + high) / 2;
    const place = placeOf(logit);
    let surplus = worth * (sigmoid(logit) - before);
    for (const { score, weight, shifts } of seen) {
      surplus += weight * (sigmoid(logit + shiftAt(place, shifts)) - score);
    }
    if (surplus > 0) high = logit;
    else low = logit;
  }
  return sigmoid((low + high) / 2);
};
