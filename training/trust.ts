import { clusters } from "../core/routing/heads/artifact";
import { anchorTask } from "./data/semantic-task";
import type { Judged } from "./eval/judged";
import { sigmoid } from "./logit";
import { groupBy, shiftTargets } from "./shift-targets";

const grid = Array.from({ length: 17 }, (_, step) => 0.4 + step * 0.05);
const halvings = 24;
const tiny = 1e-6;

/** How the models of one cluster did at one prompt, and what was read of it. */
type Seen = { readonly success: number; readonly models: number; readonly shift: number };

/**
 * How far the shifts are to be trusted: the multiple that makes the successes at prompts that were
 * not learned from likeliest, where only the level of each cluster at each kind of prompt is known
 * beforehand. One for all clusters: apart, they fit levels better, but tell weak from strong worse.
 *
 * @param judged - cross-fitted, with a trust of 1.
 */
export const fitTrust = (judged: readonly Judged[]): number[] => {
  const rows = judged.filter(({ row }) => row.dataset !== "routellm-mt-bench");
  const targets = shiftTargets(rows.map(({ row }) => row));
  const seen = clusters.flatMap((_, cluster) => {
    const kinds = groupBy(
      rows.map(({ row, classification }, at) => ({
        kind: anchorTask(row),
        success: targets[at]?.success[cluster] as number,
        models: targets[at]?.models[cluster] as number,
        shift: classification.shifts[cluster] as number,
      })),
      ({ kind }) => kind,
    );
    return [...kinds.values()].map((kind) => kind.filter(({ models }) => models > 0));
  });
  const losses = grid.map((trust) => seen.reduce((sum, kind) => sum + lossOf(kind, trust), 0));
  const best = rounded(grid[losses.indexOf(Math.min(...losses))] as number);
  return clusters.map(() => best);
};

/** Log-loss with the level that explains the kind's successes best; the mean of many counts more. */
const lossOf = (seen: readonly Seen[], trust: number): number => {
  const level = levelOf(seen, trust);
  let loss = 0;
  for (const { success, models, shift } of seen) {
    const chance = Math.min(1 - tiny, Math.max(tiny, sigmoid(level + trust * shift)));
    const surprise = success * Math.log(chance) + (1 - success) * Math.log(1 - chance);
    loss -= Math.sqrt(models) * surprise;
  }
  return loss;
};

const levelOf = (seen: readonly Seen[], trust: number): number => {
  let low = -6;
  let high = 6;
  for (let halving = 0; halving < halvings; halving++) {
    const level = (low + high) / 2;
    let surplus = 0;
    for (const { success, models, shift } of seen) {
      surplus += Math.sqrt(models) * (sigmoid(level + trust * shift) - success);
    }
    if (surplus > 0) high = level;
    else low = level;
  }
  return (low + high) / 2;
};

const rounded = (trust: number): number => Math.round(trust * 100) / 100;
