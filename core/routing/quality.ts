import type { Offer } from "../catalog/offer";
import type { Classification } from "./classification";
import type { Task } from "./task";

/**
 * The ability at which half of a task's requests succeed: of the easiest ones, and of the hardest.
 * Points of the ability scale (0 to 100). These are set by hand so that easy requests are nearly
 * saturated for all models in use, and hard ones of code, math, reasoning and tool use tell
 * mid-size models from the best; measured values take their place with the trained classifier.
 */
const demands: Readonly<Record<Task, readonly [easiest: number, hardest: number]>> = {
  code: [-34, 38],
  math: [-34, 40],
  reasoning: [-34, 40],
  extraction: [-36, 18],
  classification: [-36, 16],
  summarization: [-36, 18],
  translation: [-36, 18],
  rewriting: [-36, 16],
  writing: [-34, 26],
  "question-answering": [-34, 34],
  chat: [-36, 20],
  "agent-step": [-32, 42],
};

/** Points of ability that take the odds of success times e. */
const spread = 9;

/** What a request demands, in points of ability; rises with difficulty. */
export const demandOf = ({ task, difficulty }: Classification): number => {
  const [easiest, hardest] = demands[task];
  return easiest + (hardest - easiest) * difficulty;
};

/**
 * The probability that a model of that ability answers well: 1 / (1 + e^((demand − ability) / 9)).
 *
 * @param ability - 0 to 100.
 * @param demand - from `demandOf`.
 * @returns between 0 and 1, rising with ability and falling with demand.
 */
export const predictQuality = (ability: number, demand: number): number =>
  1 / (1 + Math.exp((demand - ability) / spread));

/** Doubt about a number counts against a stand-in, in points of ability. */
const doubt: Readonly<Record<Offer["ability"]["basis"], number>> = {
  benchmark: 0,
  declared: 0,
  family: 2,
  price: 12,
};

/** An ability that a stand-in surely has: guessed numbers are taken lower than they are. */
export const cautiousAbility = ({ score, basis }: Offer["ability"]): number =>
  Math.max(0, score - doubt[basis]);
