/** A label and what was said instead. */
export type Labelled = { readonly label: string; readonly said: string };

export type LabelScore = {
  readonly label: string;
  readonly count: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
};

/** Precision, recall and F1 of each label that any item has, by name. */
export const labelScores = (items: readonly Labelled[]): LabelScore[] =>
  [...new Set(items.map(({ label }) => label))].sort().map((label) => {
    const count = items.filter((item) => item.label === label).length;
    const said = items.filter((item) => item.said === label).length;
    const right = items.filter((item) => item.label === label && item.said === label).length;
    return {
      label,
      count,
      precision: said === 0 ? 0 : right / said,
      recall: right / count,
      f1: (2 * right) / (count + said),
    };
  });

/** The mean F1 over labels, each counting alike; 0 to 1. */
export const macroF1 = (items: readonly Labelled[]): number => {
  const scores = labelScores(items);
  return scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
};

/** Which labels are taken for which, the most frequent first. */
export const confusions = (
  items: readonly Labelled[],
): (readonly [pair: string, count: number])[] => {
  const counts = new Map<string, number>();
  for (const { label, said } of items) {
    if (label === said) continue;
    const pair = `${label} taken for ${said}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
};
