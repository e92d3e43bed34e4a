import { tasks } from "../../core/routing/task";
import type { Draft } from "./draft";
import type { ModelIndex } from "./model-indices";

type Drafts = ReadonlyMap<string, readonly Draft[]>;

/** With that much evidence of its own, a model may stay behind a weaker relative. */
const enoughEvidence = 20;

/**
 * Lifts what is guessed: within a family no model is below one of a lower index, unless evidence of
 * the model itself says so. Nobody asks more for a worse successor.
 */
export const inFamilyOrder = (drafts: Drafts, indices: ReadonlyMap<string, ModelIndex>): Drafts => {
  const result = new Map(drafts);
  const byIndex = [...drafts.keys()].sort(
    (a, b) => (indices.get(a)?.index ?? 0) - (indices.get(b)?.index ?? 0) || (a < b ? -1 : 1),
  );
  const best = new Map<string, number>();
  for (const model of byIndex) {
    const family = indices.get(model)?.family;
    if (family === undefined) continue;
    const row = (drafts.get(model) ?? []).map((draft, at): Draft => {
      const key = `${family} ${tasks[at] ?? ""}`;
      const weaker = best.get(key) ?? 0;
      const isGuess = draft.evidence < enoughEvidence;
      const mean = isGuess ? Math.max(draft.mean, weaker) : draft.mean;
      best.set(key, Math.max(weaker, mean));
      return { ...draft, mean };
    });
    result.set(model, row);
  }
  return result;
};
