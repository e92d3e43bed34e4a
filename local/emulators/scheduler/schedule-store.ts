import * as z from "zod";
import { EmulatorError } from "../emulator-error";
import { openJsonFile } from "../json-file";

const targetSchema = z.looseObject({
  Arn: z.string(),
  RoleArn: z.string(),
  Input: z.string().optional(),
});

/** What the caller gives for a schedule; times are seconds since 1970 UTC. */
export const definitionSchema = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default("UTC"),
  FlexibleTimeWindow: z.looseObject({ Mode: z.enum(["OFF", "FLEXIBLE"]) }),
  Target: targetSchema,
  State: z.enum(["ENABLED", "DISABLED"]).default("ENABLED"),
  StartDate: z.number().optional(),
  EndDate: z.number().optional(),
  Description: z.string().optional(),
  ActionAfterCompletion: z.enum(["NONE", "DELETE"]).default("NONE"),
  GroupName: z.literal("default", "only the group `default` is here").default("default"),
});

export type Definition = z.output<typeof definitionSchema>;

const scheduleSchema = z.object({
  name: z.string(),
  definition: definitionSchema,
  /** Milliseconds since 1970 UTC, here and below. */
  createdAt: z.number(),
  modifiedAt: z.number(),
  startsAt: z.number(),
  /** Absent once it has run for the last time. */
  nextAt: z.number().optional(),
});

export type Schedule = z.output<typeof scheduleSchema>;

export type ScheduleStore = {
  readonly get: (name: string) => Schedule | undefined;
  /** Throws `ResourceNotFoundException`. */
  readonly find: (name: string) => Schedule;
  readonly all: () => readonly Schedule[];
  readonly put: (schedule: Schedule) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
};

/** Schedules, in one file. */
export const openScheduleStore = async (path: string): Promise<ScheduleStore> => {
  const schema = z.object({ schedules: z.array(scheduleSchema) });
  const { state, file } = await openJsonFile(path, schema, { schedules: [] });
  const schedules = new Map(state.schedules.map((schedule) => [schedule.name, schedule]));
  const save = (): Promise<void> => file.save({ schedules: [...schedules.values()] });
  return {
    get: (name) => schedules.get(name),
    find: (name) => {
      const schedule = schedules.get(name);
      if (schedule) return schedule;
      throw new EmulatorError("ResourceNotFoundException", `Schedule ${name} does not exist.`, {
        status: 404,
      });
    },
    all: () => [...schedules.values()],
    put: (schedule) => {
      schedules.set(schedule.name, schedule);
      return save();
    },
    remove: (name) => {
      schedules.delete(name);
      return save();
    },
  };
};
