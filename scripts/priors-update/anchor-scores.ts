import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import * as z from "zod";

/** Item to model to the mean score (0 to 1) and the number of prompts. */
export const anchorScoresSchema = z.record(
  z.string(),
  z.record(z.string(), z.tuple([z.number().min(0).max(1), z.int().positive()])),
);
export type AnchorScores = z.infer<typeof anchorScoresSchema>;

const rowSchema = z.object({
  subset: z.string(),
  scores: z.record(z.string(), z.number()),
});

/** The files of per-prompt scores that count; `llmrouter-dc` has an item for each of its subsets. */
const files = [
  "llmrouter-dc",
  "mmlu-pro",
  "routellm-gsm8k",
  "routellm-mmlu",
  "zeroeval-crux",
  "zeroeval-gsm8k",
  "zeroeval-math-l5",
];

const readRows = (path: string) =>
  gunzipSync(readFileSync(path))
    .toString("utf8")
    .trim()
    .split("\n")
    .map((line) => rowSchema.parse(JSON.parse(line)));

type Sum = { total: number; count: number };

/**
 * Each model's mean score on each data set.
 *
 * @param folder - with the `*.jsonl.gz` files: one prompt a line, scores 0 to 1 by model.
 */
export const measureAnchorScores = (folder: string): AnchorScores => {
  const items = new Map<string, Map<string, Sum>>();
  for (const file of files)
    for (const { subset, scores } of readRows(`${folder}/${file}.jsonl.gz`)) {
      const item = file === "llmrouter-dc" ? `${file}/${subset}` : file;
      const models = items.get(item) ?? new Map<string, Sum>();
      items.set(item, models);
      for (const [model, score] of Object.entries(scores)) {
        const sum = models.get(model) ?? { total: 0, count: 0 };
        models.set(model, { total: sum.total + score, count: sum.count + 1 });
      }
    }
  return Object.fromEntries([...items].sort(byName).map(([item, models]) => [item, means(models)]));
};

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
  a < b ? -1 : a > b ? 1 : 0;

const means = (models: ReadonlyMap<string, Sum>): AnchorScores[string] =>
  Object.fromEntries(
    [...models]
      .sort(byName)
      .map(([model, { total, count }]) => [
        model,
        [Math.round((1e4 * total) / count) / 1e4, count] as [number, number],
      ]),
  );
