import type { Classifier } from "../classification";
import { foreign } from "../reading/characters";
import { ConversationReader } from "../reading/read-conversation";
import type { TextCounts } from "../reading/text-counts";
import { WordList } from "../reading/word-list";
import { type Task, tasks } from "../task";
import { type Artifact, clusters, firstKnowledge, headCount, taskHeads } from "./artifact";
import { scoreHeads } from "./score-heads";
import { scoreTrees } from "./trees";

/** Shifts in log-odds are cut off here: the prompt alone never makes a model sure to fail. */
const mostShift = 3;
const knowledge = tasks.indexOf("question-answering");
/** A question with answers to choose from asks for knowledge, whatever it is about. */
const chosenFrom = [
  knowledge,
  ...["math", "reasoning", "code"].map((task) => tasks.indexOf(task as Task)),
];
const fewestOptions = 3;

/**
 * The trained classifier: reads task, and how much harder or easier than its task's usual request
 * this one is for small, mid-size and large models. In-process, with no I/O and bounded time.
 */
export const createTrainedClassifier = (artifact: Artifact): Classifier => {
  const { header } = artifact;
  const knownWords = new WordList(artifact.knownWords);
  const reader = new ConversationReader(header.bits, knownWords);
  const scores = new Float64Array(headCount);
  const by = `${header.name}@${header.data.slice(0, 8)}`;
  return (conversation) => {
    reader.read(conversation);
    scoreHeads(reader, artifact, scores);
    const chances = softmax(scores, header.sharpness);
    const place = largest(chances);
    const confidence = chances[place] as number;
    const asksKnowledge = knowledgeShare(chances, reader.counts);
    const [small, large] = artifact.trees.map(
      (trees, at) => (scores[firstKnowledge + at] as number) + scoreTrees(trees, reader.lexical),
    ) as [number, number];
    const known = [small, (small + large) / 2, large];
    const shifts = clusters.map((_, cluster) => {
      const general = scores[taskHeads + cluster] as number;
      const shift = general + asksKnowledge * (known[cluster] as number);
      return clipped(shift * (header.trust[cluster] as number));
    });
    return {
      task: tasks[place] as Task,
      confidence,
      difficulty: difficultyOf(shifts, header.clusterLogits),
      by,
      chances,
      shifts,
      unsure: unsureOf(confidence, reader.counts, knownWords.passing),
    };
  };
};

const softmax = (scores: Float64Array, sharpness: number): number[] => {
  let top = -Infinity;
  for (let at = 0; at < tasks.length; at++) top = Math.max(top, scores[at] as number);
  const chances: number[] = [];
  let sum = 0;
  for (let at = 0; at < tasks.length; at++) {
    const odds = Math.exp(sharpness * ((scores[at] as number) - top));
    chances.push(odds);
    sum += odds;
  }
  for (let at = 0; at < tasks.length; at++) chances[at] = (chances[at] as number) / sum;
  return chances;
};

const largest = (values: readonly number[]): number => {
  let best = 0;
  for (let at = 1; at < values.length; at++) {
    if ((values[at] as number) > (values[best] as number)) best = at;
  }
  return best;
};

/** How far a request asks for what one knows, 0 to 1. */
const knowledgeShare = (chances: readonly number[], { optionLines }: TextCounts): number =>
  optionLines >= fewestOptions
    ? chosenFrom.reduce((sum, task) => sum + (chances[task] as number), 0)
    : (chances[knowledge] as number);

const clipped = (shift: number): number => Math.max(-mostShift, Math.min(mostShift, shift));

/** The chance that a mid-size model fails at it. */
const difficultyOf = (shifts: readonly number[], clusterLogits: readonly number[]): number =>
  1 / (1 + Math.exp((clusterLogits[1] as number) + (shifts[1] as number)));

/** Below this share of known words, a text may be of a language that training has not met. */
const fewKnown = 0.5;
/** Above this, the task is plain. */
const plain = 0.6;

/**
 * 0 (as in training) to 1 (nothing of it is): an unclear task, unknown words or an unknown script.
 * An empty text is unclear rather than unknown.
 */
const unsureOf = (confidence: number, counts: TextCounts, passing: number): number => {
  const unclear = Math.max(0, (plain - confidence) / plain);
  const { words, knownWords, letters } = counts;
  // Strangers that passed as known are taken off again, as many as there must be.
  const known = words === 0 ? 1 : (knownWords / words - passing) / (1 - passing);
  const unknown = Math.max(0, (fewKnown - known) / fewKnown);
  const strange = letters === 0 ? 0 : (counts.scripts[foreign] as number) / letters;
  return Math.min(1, Math.max(unclear, unknown, strange));
};
