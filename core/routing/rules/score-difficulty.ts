import type { Conversation } from "../../chat/conversation";
import type { Task } from "../task";
import type { Hints } from "./read-cues";
import type { Structure } from "./structure";
import type { TextReading } from "./text-reading";

/** How hard a request of the task is before anything else is known of it. */
const startingPoint: Readonly<Record<Task, number>> = {
  code: 0.42,
  math: 0.42,
  reasoning: 0.5,
  extraction: 0.2,
  classification: 0.18,
  summarization: 0.22,
  translation: 0.22,
  rewriting: 0.2,
  writing: 0.28,
  "question-answering": 0.25,
  chat: 0.12,
  "agent-step": 0.48,
};

export type DifficultyEvidence = {
  readonly task: Task;
  /** Probability of `task`. */
  readonly confidence: number;
  /** The last user turn, and what shape it has. */
  readonly asked: TextReading;
  readonly shape: Structure;
  /** What the words of the last user turn and of the system prompt say of difficulty. */
  readonly hints: Hints;
  readonly systemHints: Hints;
  readonly conversation: Conversation;
};

/**
 * Estimates difficulty, 0 to 1, as a starting point for the task plus what the text adds. Doubt
 * about the task, and letters that no cue is written in, push up, never down: when unsure, the
 * better model is asked.
 */
export const scoreDifficulty = (evidence: DifficultyEvidence): number => {
  const { task, confidence, asked, shape, hints, systemHints, conversation } = evidence;
  const sum =
    startingPoint[task] +
    fromWords(hints) +
    0.5 * Math.max(0, fromWords(systemHints)) +
    fromShape(shape, asked) +
    fromSize(conversation, asked) +
    fromNeeds(conversation) +
    0.22 * (1 - confidence) +
    0.25 * foreignShare(asked);
  return Math.min(1, Math.max(0, sum));
};

const fromWords = ({ hard, easy, constraint }: Hints): number =>
  Math.min(0.32, 0.13 * hard) + Math.min(0.12, 0.02 * constraint) - Math.min(0.12, 0.06 * easy);

const fromShape = (shape: Structure, asked: TextReading): number =>
  (shape.latex ? 0.14 : 0) +
  0.06 * shape.sums +
  0.08 * shape.code +
  (shape.options ? 0.06 : 0) +
  Math.min(0.12, 0.03 * shape.parts) +
  Math.min(0.08, 0.04 * Math.max(0, asked.questionMarks - 1)) +
  Math.min(0.06, 0.006 * asked.numbers);

/** Longer questions ask for more, by the logarithm; much context makes any question harder. */
const fromSize = (conversation: Conversation, asked: TextReading): number => {
  const letters = asked.latin + asked.devanagari + asked.foreign + 3 * (asked.han + asked.kana);
  const context = conversation.estimatedInputTokens;
  return (
    0.035 * Math.max(0, Math.log2(Math.max(1, letters) / 200)) -
    (letters < 40 ? 0.04 : 0) +
    0.03 * Math.max(0, Math.log2(Math.max(1, context) / 4_000)) +
    Math.min(0.06, 0.01 * Math.max(0, conversation.turns.length - 3))
  );
};

const fromNeeds = ({ needs, hasToolHistory }: Conversation): number =>
  (needs.reasoning ? 0.15 : 0) +
  (needs.image || needs.audioIn || needs.pdf ? 0.1 : 0) +
  (needs.jsonSchema ? 0.03 : 0) +
  (hasToolHistory ? 0.05 : 0);

const foreignShare = ({ latin, han, kana, devanagari, foreign }: TextReading): number =>
  foreign === 0 ? 0 : foreign / (latin + han + kana + devanagari + foreign);
