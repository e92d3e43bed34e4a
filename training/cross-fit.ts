import type { Classification } from "../core/routing/classification";
import { createTrainedClassifier } from "../core/routing/heads/trained-classifier";
import { type Corpus, foldCount } from "./corpus";
import type { Judged } from "./eval/judged";
import type { Heads } from "./fit/fit-heads";
import { allRows, fitRouter } from "./fit-router";

/**
 * Reads every scored prompt by heads that have not learned from it, nor from its question in another
 * data set.
 *
 * @param task - heads of the tasks that are used in all folds; absent, each fold fits its own.
 * @param trust - how far the shifts are trusted, each cluster.
 */
export const crossFit = (
  corpus: Corpus,
  trust: readonly number[] = [1, 1, 1],
  task?: Heads,
): Judged[] => {
  const { conversations, folds, scores } = corpus;
  const found: Classification[] = [];
  for (let fold = 0; fold < foldCount; fold++) {
    const artifact = fitRouter(
      corpus,
      allRows(corpus).filter((row) => folds[row] !== fold),
      task,
    );
    const classify = createTrainedClassifier({
      ...artifact,
      header: { ...artifact.header, trust },
    });
    conversations.forEach((conversation, row) => {
      if (scores[row] !== undefined && folds[row] === fold) found[row] = classify(conversation);
    });
  }
  return scores.flatMap((row, at) =>
    row === undefined ? [] : [{ row, classification: found[at] as Classification }],
  );
};
