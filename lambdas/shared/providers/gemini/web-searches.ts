import { modelTraits } from "./model-traits";

/**
 * How many web searches an answer is billed for: since Gemini 3 each query that was run, before that
 * each prompt that was answered with any. Empty and repeated queries are not counted.
 * @see https://ai.google.dev/gemini-api/docs/google-search#pricing (read 2026-11-24)
 */
export const billedSearches = (queries: ReadonlySet<string>, model: string): number =>
  modelTraits(model).generation >= 3 ? queries.size : Math.min(queries.size, 1);
