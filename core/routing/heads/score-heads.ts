import type { GramSet } from "../reading/gram-set";
import type { ConversationReader } from "../reading/read-conversation";
import { type Artifact, headCount, shiftHeads, taskHeads } from "./artifact";

/** Standardized features are cut off here: a text of ten million letters is just a long text. */
export const mostDeviations = 4;
/** What a standardized lexical feature weighs beside all n-grams together, which weigh 1. */
export const lexicalWeight = 0.3;

const sums = new Float64Array(headCount);

/**
 * Sums the weights of the n-grams into `sums`. Written out head by head: numbers that are not kept in
 * an array stay in registers, which halves the time of the whole reading.
 */
const addGrams = (
  { buckets, weights, size }: GramSet,
  { taskWeights: tasks, shiftWeights: shifts }: Artifact,
): void => {
  let [t0, t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  let [s0, s1, s2, s3, s4] = [0, 0, 0, 0, 0];
  for (let at = 0; at < size; at++) {
    const value = weights[at] as number;
    const bucket = buckets[at] as number;
    const task = bucket * taskHeads;
    t0 += value * (tasks[task] as number);
    t1 += value * (tasks[task + 1] as number);
    t2 += value * (tasks[task + 2] as number);
    t3 += value * (tasks[task + 3] as number);
    t4 += value * (tasks[task + 4] as number);
    t5 += value * (tasks[task + 5] as number);
    t6 += value * (tasks[task + 6] as number);
    t7 += value * (tasks[task + 7] as number);
    t8 += value * (tasks[task + 8] as number);
    t9 += value * (tasks[task + 9] as number);
    t10 += value * (tasks[task + 10] as number);
    t11 += value * (tasks[task + 11] as number);
    const shift = (bucket >>> 1) * shiftHeads;
    s0 += value * (shifts[shift] as number);
    s1 += value * (shifts[shift + 1] as number);
    s2 += value * (shifts[shift + 2] as number);
    s3 += value * (shifts[shift + 3] as number);
    s4 += value * (shifts[shift + 4] as number);
  }
  sums.set([t0, t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, s0, s1, s2, s3, s4]);
};

/** Writes the score of every head into `into`, for what the reader has just read. */
export const scoreHeads = (
  reader: ConversationReader,
  artifact: Artifact,
  into: Float64Array,
): void => {
  const { header, lexical, biases } = artifact;
  for (let head = 0; head < headCount; head++) into[head] = biases[head] as number;
  for (const grams of [reader.words, reader.pieces]) {
    addGrams(grams, artifact);
    const scale = grams.scale();
    for (let head = 0; head < headCount; head++) {
      (into[head] as number) += (sums[head] as number) * scale * (header.scales[head] as number);
    }
  }
  const stride = 2 + headCount;
  for (let feature = 0; feature < reader.lexical.length; feature++) {
    const row = feature * stride;
    const centered = (reader.lexical[feature] as number) - (lexical[row] as number);
    const value = clip(centered * (lexical[row + 1] as number)) * lexicalWeight;
    for (let head = 0; head < headCount; head++) {
      (into[head] as number) += value * (lexical[row + 2 + head] as number);
    }
  }
};

const clip = (deviations: number): number =>
  Math.max(-mostDeviations, Math.min(mostDeviations, deviations));
