import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import * as z from "zod";
import { tasks } from "../../core/routing/task";

const labelledSchema = z.strictObject({
  id: z.string(),
  task: z.enum(tasks),
  language: z.string(),
  request: z.record(z.string(), z.unknown()),
});

/** A request with its task; `id` names the phrase or the hand that it comes from. */
export type LabelledRequest = z.infer<typeof labelledSchema>;

const dataFolder = join(import.meta.dirname, "../../data/routing");

/** Scored prompts that may be learned from. */
export const devFolder = join(dataFolder, "dev");

const readLabelled = (path: string): LabelledRequest[] => {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => labelledSchema.parse(JSON.parse(line)));
};

const readFolder = (folder: string): LabelledRequest[] =>
  readdirSync(folder)
    .sort()
    .flatMap((name) => readLabelled(join(folder, name)));

/** What each counts in training: what people write tells more than what phrases are put together to. */
const phraseWeight = 0.25;
const writtenWeight = 1;

export type TaughtRequest = LabelledRequest & { readonly weight: number };

/** Requests that teach the tasks: made of phrases, and written by hand. */
export const readTaughtRequests = (): TaughtRequest[] => [
  ...readLabelled(join(dataFolder, "examples.jsonl.gz")).map(weighing(phraseWeight)),
  ...readFolder(join(dataFolder, "written")).map(weighing(writtenWeight)),
];

const weighing =
  (weight: number) =>
  (request: LabelledRequest): TaughtRequest => ({ ...request, weight });

/** Requests written by another hand, that judge what was learned and teach nothing. */
export const readHeldOutRequests = (): LabelledRequest[] => readFolder(join(dataFolder, "heldout"));
