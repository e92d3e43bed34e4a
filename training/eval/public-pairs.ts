import { gainOf } from "../../core/routing/gain";
import type { Judged } from "./judged";
import type { Pair } from "./pair";

/** RouteLLM's two models (arXiv:2406.18665, section 5). */
const weak = "mixtral-8x7b-instruct-v0.1";
const strong = "gpt-4-1106-preview";

/** RouteLLM's pair on one data set, with the prompts that leaked into its training left out. */
export type PublicPair = {
  readonly pair: Pair;
  readonly gain: Float64Array;
  readonly words: Float64Array;
};

/** undefined where there is no prompt of the data set. */
export const publicPair = (judged: readonly Judged[], dataset: string): PublicPair | undefined => {
  const counted = judged.filter(
    ({ row }) =>
      row.dataset === dataset &&
      row.contaminated !== 1 &&
      row.scores[weak] !== undefined &&
      row.scores[strong] !== undefined,
  );
  if (counted.length === 0) return undefined;
  const scoresOf = (model: string): Float64Array =>
    Float64Array.from(counted, ({ row }) => row.scores[model] as number);
  return {
    pair: { weak: scoresOf(weak), strong: scoresOf(strong) },
    gain: Float64Array.from(counted, ({ classification }) => gainOf(classification)),
    words: Float64Array.from(counted, ({ row }) => wordsOf(row.prompt)),
  };
};

/** The baseline that any router must beat: long prompts go to the strong model. */
export const wordsOf = (prompt: string): number => prompt.split(/\s+/u).filter(Boolean).length;
