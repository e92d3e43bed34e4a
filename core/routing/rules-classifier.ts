import type { Conversation } from "../chat/conversation";
import type { Classification, Classifier } from "./classification";
import { noScores, readCues, type Scores } from "./rules/read-cues";
import { scoreDifficulty } from "./rules/score-difficulty";
import { type Structure, structureOf } from "./rules/structure";
import { readText, type TextReading } from "./rules/text-reading";
import { type Task, tasks } from "./task";

/** Its name and version, kept on the record; raised whenever a rule or a word changes. */
const version = "rules-1";
/** How sharply scores become probabilities: 3 points ahead of the next is about 88%. */
const sharpness = 0.7;
/** A system prompt says what an assistant is for, which is less than what is asked now. */
const systemWeight = 0.6;
/** What was asked before, where the last turn is too short to stand alone ("and in German?"). */
const previousWeight = 0.5;
const followUpWords = 8;
/** Every task can be put as a question: being one says little beside a task's own words. */
const mostForAsking = 3.2;

/**
 * The first classifier: rules that can be read. Every task gathers points from its cue words in
 * eight languages and from the shape of the text (code, sums, options, tools); the most points
 * win. It looks at 4,000 characters a text at most, so its time is bounded; a trained classifier
 * takes its place behind the same type.
 */
export const classifyByRules: Classifier = (conversation) => {
  const { turns } = conversation;
  const last = turns.findLastIndex(({ role }) => role === "user");
  const asked = readText(turns[last]?.text ?? "");
  const system = readText(turns.find(({ role }) => role === "system")?.text ?? "");
  const shape = structureOf(asked);
  const scores = noScores();
  const hints = readCues(asked, 1, scores);
  const systemHints = readCues(system, systemWeight, scores);
  if (asked.words.length < followUpWords) readPrevious(conversation, last, scores);
  addShape(scores, asked, shape);
  addNeeds(scores, conversation);
  const { task, confidence } = mostLikely(scores);
  const evidence = { task, confidence, asked, shape, hints, systemHints, conversation };
  return { task, confidence, difficulty: scoreDifficulty(evidence), by: version };
};

const readPrevious = ({ turns }: Conversation, last: number, scores: Scores): void => {
  const before = turns.slice(0, Math.max(0, last)).findLast(({ role }) => role === "user");
  if (before !== undefined) readCues(readText(before.text), previousWeight, scores);
};

const raise = (scores: Scores, task: Task, points: number): void => {
  const place = tasks.indexOf(task);
  scores[place] = (scores[place] ?? 0) + points;
};

const addShape = (scores: Scores, asked: TextReading, shape: Structure): void => {
  const size = asked.words.length + (asked.han + asked.kana) / 2;
  raise(scores, "code", 4 * shape.code);
  raise(scores, "math", (shape.latex ? 3 : 0) + 4 * shape.sums);
  // A question over several figures is a word problem.
  if (asked.numbers >= 3 && asked.questionMarks > 0) raise(scores, "math", 1);
  if (shape.options) raise(scores, "question-answering", 1.5);
  if (asked.questionMarks > 0) raise(scores, "question-answering", 1.2);
  const question = tasks.indexOf("question-answering");
  scores[question] = Math.min(scores[question] ?? 0, mostForAsking);
  // Hardly anything was said: that is talk, whatever it is about.
  raise(scores, "chat", size < 4 ? 1.5 : size < 10 ? 0.5 : 0.2);
  // A greeting before a long request is courtesy.
  const chat = tasks.indexOf("chat");
  if (size > 12) scores[chat] = (scores[chat] ?? 0) * 0.35;
};

const addNeeds = (scores: Scores, { needs, hasToolHistory, turns }: Conversation): void => {
  if (needs.tools) raise(scores, "agent-step", 4.5);
  if (hasToolHistory) raise(scores, "agent-step", 4.5);
  if (turns.at(-1)?.role === "tool") raise(scores, "agent-step", 2);
  if (needs.jsonSchema) {
    raise(scores, "extraction", 1.5);
    raise(scores, "classification", 0.5);
  }
};

/** The softmax of the points. */
const mostLikely = (scores: Scores): Pick<Classification, "task" | "confidence"> => {
  let best = 0;
  for (let place = 1; place < scores.length; place++) {
    if ((scores[place] ?? 0) > (scores[best] ?? 0)) best = place;
  }
  const top = scores[best] ?? 0;
  let sum = 0;
  for (const score of scores) sum += Math.exp(sharpness * (score - top));
  return { task: tasks[best] ?? "chat", confidence: 1 / sum };
};
