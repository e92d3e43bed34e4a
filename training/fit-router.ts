import type { Artifact } from "../core/routing/heads/artifact";
import { assembleArtifact } from "./assemble-artifact";
import type { Corpus } from "./corpus";
import type { Heads } from "./fit/fit-heads";
import { fitShifts } from "./fit/fit-shifts";
import { fitTasks } from "./fit/fit-tasks";
import { scaleFeatures, standardOf } from "./fit/scale-features";

/** Raised whenever what is learned, or from what, changes on purpose. */
const artifactName = "trained-1";

/**
 * Fits all heads to a part of the corpus.
 *
 * @param chosen - rows of the corpus that may be learned from.
 * @param taskFrom - rows that the task heads may learn from, where these are others.
 */
export const fitRouter = (corpus: Corpus, chosen: Int32Array, task?: Heads): Artifact => {
  // The lexical scale is that of all rows: it tells nothing of any row's scores.
  const standard = standardOf(corpus.features, allRows(corpus));
  const merged = scaleFeatures(corpus.features, chosen, standard, 1);
  return assembleArtifact({
    name: artifactName,
    corpus,
    standard,
    task: task ?? fitTaskHeads(corpus, chosen),
    shifts: fitShifts(corpus, merged, chosen),
  });
};

/** The task heads alone: a cross-fit of the shifts needs them but once. */
export const fitTaskHeads = (corpus: Corpus, chosen: Int32Array): Heads => {
  const standard = standardOf(corpus.features, allRows(corpus));
  return fitTasks(corpus, scaleFeatures(corpus.features, chosen, standard, 0), chosen);
};

export const allRows = (corpus: Corpus): Int32Array =>
  Int32Array.from({ length: corpus.features.rows }, (_, row) => row);
