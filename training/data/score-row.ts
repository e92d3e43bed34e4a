import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import * as z from "zod";

/** One prompt with what many models made of it; columns as in `data/routing/README.md`. */
export const scoreRowSchema = z.strictObject({
  id: z.string(),
  dataset: z.string(),
  task: z.string(),
  subset: z.string(),
  prompt: z.string(),
  /** 0 to 1; MT-Bench 1 to 10. A model that was not asked, or whose answer is lost, is absent. */
  scores: z.record(z.string(), z.number().nullable()),
  /** On RouteLLM's own list of questions that leaked into its training: it leaves them out. */
  contaminated: z.union([z.literal(0), z.literal(1)]).optional(),
  turn2: z.string().nullable().optional(),
});

export type ScoreRow = Omit<z.infer<typeof scoreRowSchema>, "scores"> & {
  readonly scores: Readonly<Record<string, number>>;
};

/** @throws Error naming file and line where a row is not as it should be. */
export const readRows = (path: string): ScoreRow[] => {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, at) => {
      const found = scoreRowSchema.safeParse(JSON.parse(line));
      if (!found.success) {
        throw new Error(`${path}, line ${at + 1}: ${z.prettifyError(found.error)}`);
      }
      return { ...found.data, scores: withoutGaps(found.data.scores) };
    });
};

const withoutGaps = (scores: Readonly<Record<string, number | null>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(scores).flatMap(([model, score]) => (score === null ? [] : [[model, score]])),
  );

/** All the score files of a folder, sorted by name. */
export const readScores = (folder: string): ScoreRow[] =>
  readdirSync(folder)
    .filter((name) => /\.jsonl(\.gz)?$/.test(name))
    .sort()
    .flatMap((name) => readRows(join(folder, name)));
