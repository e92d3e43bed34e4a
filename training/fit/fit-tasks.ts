import { tasks } from "../../core/routing/task";
import type { Corpus } from "../corpus";
import { fitHeads, type Heads, type Loss, type Scaled } from "./fit-heads";

/** Fits the softmax over tasks to the rows that have a label. */
export const fitTasks = (corpus: Corpus, features: Scaled, chosen: Int32Array): Heads => {
  const { labels, labelWeights } = corpus;
  const labelled = chosen.filter((row) => (labelWeights[row] as number) > 0);
  const loss: Loss = (row, scores) => {
    let top = -Infinity;
    for (const score of scores) top = Math.max(top, score);
    let total = 0;
    for (let at = 0; at < scores.length; at++) {
      const odds = Math.exp((scores[at] as number) - top);
      scores[at] = odds;
      total += odds;
    }
    const weight = labelWeights[row] as number;
    for (let at = 0; at < scores.length; at++) {
      const target = at === labels[row] ? 1 : 0;
      scores[at] = weight * ((scores[at] as number) / total - target);
    }
  };
  return fitHeads(features, labelled, tasks.length, loss, {
    epochs: 16,
    rate: 0.02,
    decay: 6e-5,
    lexicalDecay: 1e-4,
  });
};
