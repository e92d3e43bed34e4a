/** What one model reached on one benchmark, by the name its source has for it. */
export type Score = {
  readonly benchmark: string;
  /** The model's name in the priors. */
  readonly model: string;
  /** On the benchmark's own scale. */
  readonly score: number;
  /** Weight against further scores of that model on that benchmark. */
  readonly weight: number;
};

/** Benchmark to model to the weighted mean of its scores. */
export type ScoreTable = ReadonlyMap<string, ReadonlyMap<string, number>>;

export const tabulate = (scores: readonly Score[]): ScoreTable => {
  const sums = new Map<string, Map<string, { total: number; weight: number }>>();
  for (const { benchmark, model, score, weight } of scores) {
    const models = sums.get(benchmark) ?? new Map<string, { total: number; weight: number }>();
    sums.set(benchmark, models);
    const sum = models.get(model) ?? { total: 0, weight: 0 };
    models.set(model, { total: sum.total + score * weight, weight: sum.weight + weight });
  }
  return new Map(
    [...sums].map(([benchmark, models]) => [
      benchmark,
      new Map([...models].map(([model, { total, weight }]) => [model, total / weight])),
    ]),
  );
};
