import type { Task } from "../../core/routing/task";
import type { Random } from "./random";
import { fillSlots, type Sources } from "./slots";

/** What an earlier answer is made of, by the task that it answered. */
const bodies: Partial<Record<Task, readonly string[]>> = {
  code: ["```\n{code}\n```"],
  extraction: ["{json}", "{table}"],
  math: ["{N}", "x = {n}", "{n} / {n}"],
  classification: ["{n}"],
  summarization: ["{passage:sentence} {passage:sentence}"],
  translation: ["{passage:sentence}"],
  rewriting: ["{passage:note}", "{passage:sentence}"],
  writing: ["{passage:email}", "{passage:article}"],
  "question-answering": ["{passage:article}", "{passage:sentence}"],
  reasoning: ["{passage:sentence}"],
};

/** A made-up answer of an assistant: how it begins, then material of the kind asked for. */
export const drawReply = (task: Task, sources: Sources, random: Random): string => {
  const leads = sources.shared.replies[sources.file.language] ?? [];
  const template = bodies[task];
  // With nothing to follow, nothing is announced.
  if (template === undefined) return random.pick(leads.filter((lead) => !/[::]$/.test(lead)));
  const body = fillSlots(random.pick(template), sources, random);
  return random.chance(0.7) ? `${random.pick(leads)}\n\n${body}` : body;
};
