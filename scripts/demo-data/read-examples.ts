import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { type Task, tasks } from "../../core/routing/task";

/** Requests of chat completions without a model, by the kind of work that they are. */
export type Examples = ReadonlyMap<Task, readonly object[]>;

const file = new URL("../../data/routing/examples.jsonl.gz", import.meta.url);

/** The labelled requests that the router learned from: they are what is asked in the demo. */
export const readExamples = async (path: URL | string = file): Promise<Examples> => {
  const examples = new Map<Task, object[]>(tasks.map((task) => [task, []]));
  const text = gunzipSync(await readFile(path)).toString("utf8");
  for (const line of text.split("\n").filter(Boolean)) {
    const { task, request } = JSON.parse(line) as { task: Task; request: object };
    examples.get(task)?.push(request);
  }
  return examples;
};
