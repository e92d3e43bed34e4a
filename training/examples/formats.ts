import type { Task } from "../../core/routing/task";
import type { ExampleRequest } from "./example";
import type { SharedFile } from "./phrase-schema";
import type { Random } from "./random";

/** How often an app asks for JSON. Other tasks do too, or the format would give the task away. */
const shares: Partial<Record<Task, number>> = { extraction: 0.3, classification: 0.25, chat: 0 };
const shareElsewhere = 0.05;
const shareSchema = 0.65;

export const drawFormat = (
  task: Task,
  { formats }: SharedFile,
  random: Random,
): Pick<ExampleRequest, "response_format"> => {
  if (!random.chance(shares[task] ?? shareElsewhere)) return {};
  if (!random.chance(shareSchema)) return { response_format: { type: "json_object" } };
  const isKnown = task === "extraction" || task === "classification";
  const { name, schema } = random.pick(formats[isKnown ? task : "other"]);
  return {
    response_format: { type: "json_schema", json_schema: { name, schema, strict: true } },
  };
};
