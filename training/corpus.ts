import { createHash } from "node:crypto";
import type { Conversation } from "../core/chat/conversation";
import { ConversationReader } from "../core/routing/reading/read-conversation";
import { WordList } from "../core/routing/reading/word-list";
import { tasks } from "../core/routing/task";
import { conversationOf, conversationOfRequest } from "./data/conversation-of";
import { type FeatureMatrix, readFeatures } from "./data/feature-matrix";
import type { ScoreRow } from "./data/score-row";
import { semanticTask } from "./data/semantic-task";
import type { TaughtRequest } from "./data/sources";
import { foldOf } from "./data/stem";

/** Everything that is learned from, one row each: scored prompts first, then labelled requests. */
export type Corpus = {
  readonly features: FeatureMatrix;
  readonly knownWords: Uint8Array;
  /** The place of the row's task in `tasks`; −1 where it has none. */
  readonly labels: Int8Array;
  readonly labelWeights: Float32Array;
  readonly scores: readonly (ScoreRow | undefined)[];
  readonly conversations: readonly Conversation[];
  /** Which part of a cross-fit a row belongs to. */
  readonly folds: Uint8Array;
  readonly digest: string;
};

export const foldCount = 5;
const bits = 15;
const knownWordBytes = 1 << 13;

/** Benchmarks are thousands of prompts of few kinds: of each task so many teach what it is. */
const benchmarkLabels = 400;
const benchmarkWeight = 0.6;

/** What each row counts for the task head: evenly spaced ones of each task in the benchmarks. */
const weighLabels = (
  labels: Int8Array,
  scoredRows: number,
  taught: readonly TaughtRequest[],
): Float32Array => {
  const weights = new Float32Array(labels.length);
  for (let task = 0; task < tasks.length; task++) {
    const rows = [...labels.keys()].filter((row) => labels[row] === task);
    const ofBenchmarks = rows.filter((row) => row < scoredRows);
    const step = Math.max(1, ofBenchmarks.length / benchmarkLabels);
    for (let at = 0; at < ofBenchmarks.length; at += step) {
      weights[ofBenchmarks[Math.floor(at)] as number] = benchmarkWeight;
    }
  }
  taught.forEach(({ weight }, at) => {
    weights[scoredRows + at] = weight;
  });
  return weights;
};

export const buildCorpus = (
  scored: readonly ScoreRow[],
  labelled: readonly TaughtRequest[],
): Corpus => {
  const conversations = [
    ...scored.map(({ prompt }) => conversationOf(prompt)),
    ...labelled.map(({ request }) => conversationOfRequest(request)),
  ];
  const labels = Int8Array.from([
    ...scored.map((row) => {
      const task = semanticTask(row);
      return task === undefined ? -1 : tasks.indexOf(task);
    }),
    ...labelled.map(({ task }) => tasks.indexOf(task)),
  ]);
  const labelWeights = weighLabels(labels, scored.length, labelled);
  const folds = Uint8Array.from([
    ...scored.map(({ prompt }) => foldOf(prompt, foldCount)),
    ...labelled.map(({ id }) => foldOf(phraseOf(id), foldCount)),
  ]);
  const knownWords = wordsOf(conversations);
  const digest = createHash("sha256")
    .update(JSON.stringify([scored, labelled]))
    .digest("hex");
  return {
    features: readFeatures(conversations, bits, new WordList(knownWords)),
    knownWords,
    labels,
    labelWeights,
    scores: [...scored, ...labelled.map(() => undefined)],
    conversations,
    folds,
    digest,
  };
};

/** Examples of one phrase stay in one fold: they are alike. */
const phraseOf = (id: string): string => id.split("/").slice(0, 3).join("/");

/** A word is known that this many conversations have. */
const leastMeetings = 3;

const wordsOf = (conversations: readonly Conversation[]): Uint8Array => {
  const met = new Map<number, { count: number; last: number }>();
  let at = 0;
  const recorder = {
    has(hash: number): boolean {
      const word = met.get(hash);
      if (word === undefined) met.set(hash, { count: 1, last: at });
      else if (word.last !== at) {
        word.count++;
        word.last = at;
      }
      return true;
    },
  };
  const reader = new ConversationReader(bits, recorder);
  for (const conversation of conversations) {
    reader.read(conversation);
    at++;
  }
  const bytes = new Uint8Array(knownWordBytes);
  const list = new WordList(bytes);
  for (const [hash, { count }] of met) if (count >= leastMeetings) list.add(hash);
  return bytes;
};
