import type { Classification } from "../../../core/routing/classification";
import { type Task, tasks } from "../../../core/routing/task";

/**
 * A request that is surely of this task.
 *
 * @param shift - log-odds by which every model finds it easier than the task's usual one.
 */
export const classified = (
  task: Task,
  shift: number,
  more: Partial<Classification> = {},
): Classification => ({
  task,
  confidence: 1,
  difficulty: 0.5,
  chances: tasks.map((one) => (one === task ? 1 : 0)),
  shifts: [shift, shift, shift],
  unsure: 0,
  by: "test",
  ...more,
});

/** Models of all kinds manage it, at more than 99% of the best. */
export const easy = classified("chat", 3, { difficulty: 0 });
/** Tells models apart as far as any request does: a middling one reaches less than 90% of the best. */
export const hard = classified("math", -3, { difficulty: 1 });
