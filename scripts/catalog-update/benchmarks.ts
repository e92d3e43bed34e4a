import type { Benchmark } from "./models-dev";

type Scale = {
  readonly name: string;
  readonly metrics: readonly string[];
  readonly toIndex: (score: number) => number;
};

/**
 * Benchmarks that models.dev has, each as a line onto the scale of the Artificial Analysis
 * Intelligence Index. models.dev has no Intelligence Index itself. The lines were laid by hand
 * through models that have two of the benchmarks, with these published index values as fixed
 * points: Claude Opus 4.8 56, GPT-5.5 55, Gemini 3.1 Pro 46, DeepSeek V4 Pro 44 (version 4.1; their
 * sources stand in data/catalog/published-index.json). They are rough: within about 6 points.
 */
const own: readonly Scale[] = [
  {
    name: "Artificial Analysis Coding Agent Index",
    metrics: ["average pass@1"],
    toIndex: (s) => s - 4,
  },
  { name: "Artificial Analysis Coding Index", metrics: ["index"], toIndex: (s) => s },
];

const others: readonly Scale[] = [
  { name: "SWE-Bench Pro", metrics: ["resolve rate"], toIndex: (s) => 12 + 0.7 * s },
  { name: "SWE-Bench Verified", metrics: ["resolved"], toIndex: (s) => 1.2 * s - 52 },
  { name: "Aider Polyglot", metrics: ["percent correct"], toIndex: (s) => 10 + 0.28 * s },
  { name: "SciCode", metrics: ["percent correct"], toIndex: (s) => 0.95 * s - 11 },
];

/** The lowest of several runs of one benchmark: another harness or effort may have had luck. */
const indexOn = (scale: Scale, benchmarks: readonly Benchmark[]): number | undefined => {
  const scores = benchmarks
    .filter(({ name, metric }) => name === scale.name && scale.metrics.includes(metric ?? ""))
    .map(({ score }) => score);
  return scores.length === 0 ? undefined : scale.toIndex(Math.min(...scores));
};

const meanOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/**
 * A model's ability from its benchmarks, 0 to 100: the mean of Artificial Analysis' own indices
 * where it has one (`isIndex`), else of the others; undefined where it has none of them.
 */
export const abilityFromBenchmarks = (
  benchmarks: readonly Benchmark[],
): { readonly score: number; readonly isIndex: boolean } | undefined => {
  for (const scales of [own, others]) {
    const values = scales
      .map((scale) => indexOn(scale, benchmarks))
      .filter((value) => value !== undefined);
    if (values.length > 0)
      return { score: Math.min(100, Math.max(1, meanOf(values))), isIndex: scales === own };
  }
  return undefined;
};
