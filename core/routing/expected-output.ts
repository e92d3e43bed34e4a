import type { Offer } from "../catalog/offer";
import type { Conversation } from "../chat/conversation";
import type { Tokens } from "../money/amounts";
import type { Classification } from "./classification";
import type { Task } from "./task";

/** Visible tokens that an answer of middling difficulty has; rough means by hand, per task. */
const visibleTokens: Readonly<Record<Task, number>> = {
  code: 600,
  math: 450,
  reasoning: 550,
  extraction: 150,
  classification: 20,
  summarization: 250,
  translation: 60,
  rewriting: 60,
  writing: 700,
  "question-answering": 200,
  chat: 120,
  "agent-step": 180,
};

/** Tasks whose answer is about as long as what they work on, up to 4,000 tokens. */
const mirrored: ReadonlySet<Task> = new Set<Task>(["translation", "rewriting"]);
const mirroredMost = 4_000;

/** Reasoning tokens of a model that reasons, for the easiest and the hardest requests. */
const reasoningTokens: Readonly<Record<Task, readonly [easiest: number, hardest: number]>> = {
  code: [300, 5_000],
  math: [300, 6_000],
  reasoning: [300, 6_000],
  extraction: [150, 1_500],
  classification: [100, 800],
  summarization: [100, 1_200],
  translation: [100, 1_000],
  rewriting: [100, 1_000],
  writing: [150, 1_500],
  "question-answering": [150, 2_500],
  chat: [80, 1_000],
  "agent-step": [150, 2_000],
};

/** What an answer is expected to have, whole tokens, all of its choices together. */
export type ExpectedOutput = { readonly visible: Tokens; readonly reasoning: Tokens };

/** Of any model: what it says, and what it would reason if it does. Once a request. */
export const expectOutput = (
  { task, difficulty }: Classification,
  { estimatedInputTokens, needs }: Conversation,
): ExpectedOutput => {
  const length = mirrored.has(task)
    ? visibleTokens[task] + Math.min(mirroredMost, estimatedInputTokens)
    : visibleTokens[task] * (0.75 + 0.5 * difficulty);
  const [easiest, hardest] = reasoningTokens[task];
  const thought = easiest + (hardest - easiest) * difficulty ** 2;
  const choices = Math.max(1, needs.choices);
  return {
    visible: Math.round(length * choices) as Tokens,
    reasoning: Math.round(thought * choices) as Tokens,
  };
};

/**
 * Whether the model reasons without being asked to. Claude does not: extended thinking is turned on
 * by a `thinking` parameter (https://docs.anthropic.com/en/api/openai-sdk, read on 2026-11-24). Of
 * the others it is assumed, as that errs towards the dearer.
 */
export const reasonsUnasked = ({ id, can }: Pick<Offer, "id" | "can">): boolean =>
  can.reasoning && !id.includes("claude");
