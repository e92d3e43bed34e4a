import { readFileSync } from "node:fs";
import * as z from "zod";
import { readSources as readCatalogSources } from "../catalog-update/read-sources";
import { type AnchorScores, anchorScoresSchema } from "./anchor-scores";
import type { Aliases } from "./model-key";

const folder = "data/priors";

const wildBenchSchema = z.record(
  z.string(),
  z.object({ task_categorized_scores: z.record(z.string(), z.number()) }),
);
const zeroEvalSchema = z.array(
  z.object({ Model: z.string() }).catchall(z.union([z.number(), z.null(), z.string()])),
);
const publishedSchema = z.array(
  z.strictObject({
    source: z.string(),
    scores: z.record(z.string(), z.record(z.string(), z.number())),
  }),
);
const indexSchema = z.strictObject({
  why: z.string(),
  index: z.record(z.string(), z.number().min(0).max(100)),
});
const indicesSchema = z.strictObject({ known: indexSchema, guessed: indexSchema });
const aliasesSchema = z.record(z.string(), z.string());

/** A score under the name that its source has for the model. */
export type NamedScore = {
  readonly benchmark: string;
  readonly model: string;
  readonly score: number;
};

export type PriorSources = {
  readonly anchors: AnchorScores;
  readonly scores: readonly NamedScore[];
  readonly aliases: Aliases;
  /** Names in the sources that mean another model than they seem to. */
  readonly meant: Aliases;
  readonly indices: z.infer<typeof indicesSchema>;
};

const wildBench = (json: unknown): readonly NamedScore[] =>
  Object.entries(wildBenchSchema.parse(json)).flatMap(([model, { task_categorized_scores }]) =>
    Object.entries(task_categorized_scores).map(([category, score]) => ({
      benchmark: `WildBench ${category}`,
      model,
      score,
    })),
  );

/** Of ZeroEval's summary only what the per-prompt files don't have. */
const zeroEval = (json: unknown): readonly NamedScore[] =>
  zeroEvalSchema
    .parse(json)
    .flatMap((row) =>
      [
        ["MMLU-Redux", row["MMLU<br/>-Redux"]] as const,
        ["ZebraLogic", row.ZebraLogic] as const,
      ].flatMap(([benchmark, score]) =>
        typeof score === "number" ? [{ benchmark, model: row.Model, score }] : [],
      ),
    );

const cells = (csv: string) =>
  csv
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));

const ofTable = (benchmark: string, csv: string): readonly NamedScore[] =>
  cells(csv).flatMap(([model, score]) =>
    model && score ? [{ benchmark, model, score: Number(score) }] : [],
  );

/** The second try counts, as on aider's own board; two models that work together don't. */
const aider = (yaml: string): readonly NamedScore[] =>
  yaml.split(/^- /m).flatMap((entry) => {
    const model = /^ *model: (.*)$/m.exec(entry)?.[1];
    const score = /^ *pass_rate_2: (.*)$/m.exec(entry)?.[1];
    return model && score && !model.includes(" + ")
      ? [{ benchmark: "Aider Polyglot", model, score: Number(score) }]
      : [];
  });

const metrics: ReadonlyMap<string, readonly string[]> = new Map([
  ["SWE-Bench Verified", ["resolved"]],
  ["SWE-Bench Pro", ["resolve rate"]],
  ["Terminal-Bench Hard", ["success rate"]],
  ["Terminal-Bench", ["pass@1", "success rate"]],
]);

const modelsDev = (root: string): readonly NamedScore[] =>
  Object.entries(readCatalogSources(root).modelsDev.models)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([model, { benchmarks = [] }]) =>
      benchmarks.flatMap(({ name, metric, score }) =>
        metrics.get(name)?.includes(metric ?? "") ? [{ benchmark: name, model, score }] : [],
      ),
    );

/** Reads all that priors are made of, from the repository's directory. */
export const readPriorSources = (root: string): PriorSources => {
  const text = (name: string) => readFileSync(`${root}/${folder}/${name}`, "utf8");
  const json = (name: string): unknown => JSON.parse(text(name));
  return {
    anchors: anchorScoresSchema.parse(json("anchor-scores.json")),
    aliases: aliasesSchema.parse(json("aliases.json")),
    meant: aliasesSchema.parse(json("source-names.json")),
    indices: indicesSchema.parse(json("model-index.json")),
    scores: [
      ...wildBench(json("wildbench-score.json")),
      ...zeroEval(json("zeroeval-summary.json")),
      ...ofTable("AlpacaEval 2 LC", text("alpaca-eval2-leaderboard.csv")),
      ...ofTable("Arena-Hard", text("arena-hard-20240731.csv")),
      ...aider(text("aider-polyglot.yml")),
      ...publishedSchema
        .parse(json("published-scores.json"))
        .flatMap(({ scores }) =>
          Object.entries(scores).flatMap(([model, by]) =>
            Object.entries(by).map(([benchmark, score]) => ({ benchmark, model, score })),
          ),
        ),
      ...modelsDev(root),
    ],
  };
};
