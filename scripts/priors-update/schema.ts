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
  /** Of `from`, by place. */
  sources: z.array(z.string().min(1)),
  aliases: z.record(z.string(), z.string()),
  /** In the order of `tasks`: per mille, pseudo-observations, sources; one number: the same for all. */
  models: z.record(
    z.string(),
    z.strictObject({
      /** How able it was taken to be, 0 to 100; not read at run time. */
      index: z.number().min(0).max(100),
      mean: perTask(mean),
      n: z.union([observations, perTask(observations)]),
      from: z.union([sourceAt, perTask(sourceAt)]),
    }),
  ),
});

export type TaskPriors = z.infer<typeof taskPriorsSchema>;
