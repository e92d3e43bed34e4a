/** What the request for one model has to heed of its generation. */
export type ModelTraits = {
  /** 2.5, 3, 3.6: the number in its name; an alias (`gemini-flash-latest`) is as new as any. */
  readonly generation: number;
  /** The least and the most tokens it may be told to think; absent: it is told a level instead. */
  readonly budget?: { readonly least: number; readonly most: number; readonly off: boolean };
  /** It takes the level MINIMAL. */
  readonly minimal: boolean;
};

const generationOf = (id: string): number => {
  const number = /(?:^|\/)gemini-(\d+(?:\.\d+)?)(?:-|$)/.exec(id)?.[1];
  return number === undefined ? Number.POSITIVE_INFINITY : Number(number);
};

/**
 * Budgets of the 2.5 models. Pro can't be kept from thinking.
 * @see https://ai.google.dev/gemini-api/docs/thinking (read 2026-11-24)
 */
const budgetOf = (id: string): Pick<ModelTraits, "budget"> => {
  if (id.includes("pro")) return { budget: { least: 128, most: 32_768, off: false } };
  const least = id.includes("lite") ? 512 : 1;
  return { budget: { least, most: 24_576, off: true } };
};

/**
 * Pro models and, from 3.7 on, Flash refuse MINIMAL ("Thinking level MINIMAL is not supported for
 * this model"); Flash-Lite and the earlier Flash take it.
 * @see https://ai.google.dev/gemini-api/docs/thinking (read 2026-11-24), and answers recorded at
 * github.com/vercel/ai, packages/google/src/__fixtures__/google-gemini-3.7-flash-thinking-levels.json
 */
const takesMinimal = (id: string, generation: number): boolean =>
  id.includes("flash-lite") || (id.includes("flash") && generation < 3.7);

export const modelTraits = (model: string): ModelTraits => {
  const id = model.toLowerCase();
  const generation = generationOf(id);
  return {
    generation,
    minimal: takesMinimal(id, generation),
    ...(generation < 3 && budgetOf(id)),
  };
};
