import * as z from "zod";
import { observationBounds } from "../../core/routing/prior";
import { tasks } from "../../core/routing/task";

const perTask = <T extends z.ZodType>(value: T) => z.array(value).length(tasks.length);
const mean = z.int().min(1).max(999);
const mean01 = z.number().positive().max(1);
const observations = z.int().min(observationBounds.least).max(observationBounds.most);
const sourceAt = z.int().nonnegative();

/** The file of priors: what is read at run time, and where each number comes from. */
export const taskPriorsSchema = z.strictObject({
  /** By task: `top / (1 + e^−(a + b · ability))`. */
  curves: z.record(z.enum(tasks), z.tuple([z.number(), z.number().positive(), mean01])),
  /** What a curve's value is worth, by what the ability rests on. */
  observations: z.record(z.enum(["benchmark", "family", "price", "declared"]), observations),
  /** By place, what numbers rest on, and how many pseudo-observations such a number is worth. */
  sources: z.array(z.tuple([observations, z.string().min(1)])),
  /** Names and ends of ids to the models they mean. */
  aliases: z.record(z.string(), z.string()),
  /** In the order of `tasks`: per mille, and places in `sources`; one place: the same for all. */
  models: z.record(
    z.string(),
    z.strictObject({
      mean: perTask(mean),
      from: z.union([sourceAt, perTask(sourceAt)]),
    }),
  ),
});

export type TaskPriors = z.infer<typeof taskPriorsSchema>;
