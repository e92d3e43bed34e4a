import * as z from "zod";
import { EmulatorError } from "../emulator-error";
import { accountId, region } from "../names";
import { type Operations, operation } from "../operation";
import { isTargetArn } from "../targets";
import { parseScheduleExpression, type Timing } from "./schedule-expression";
import {
  type Definition,
  definitionSchema,
  type Schedule,
  type ScheduleStore,
} from "./schedule-store";

export const scheduleArn = (name: string): string =>
  `arn:aws:scheduler:${region}:${accountId}:schedule/default/${name}`;

/** Throws `ValidationException` for an expression that is none. */
export const timingOf = (definition: Definition): Timing => {
  const { ScheduleExpression, ScheduleExpressionTimezone } = definition;
  const timing = parseScheduleExpression(ScheduleExpression, ScheduleExpressionTimezone);
  if (timing) return timing;
  throw new EmulatorError(
    "ValidationException",
    `Invalid Schedule Expression ${ScheduleExpression} in ${ScheduleExpressionTimezone}; ` +
      "use rate(5 minutes), cron(0 12 * * ? *) or at(2027-01-31T12:00:00)",
  );
};

const named = z.object({ Name: z.string().regex(/^[\w.-]{1,64}$/) });
const namedDefinition = definitionSchema.extend(named.shape);

const plan = (name: string, definition: Definition, createdAt: number, now: number): Schedule => {
  if (!isTargetArn(definition.Target.Arn)) {
    throw new EmulatorError(
      "ValidationException",
      `Target ${definition.Target.Arn} is not known here; use a Lambda function, queue or topic`,
    );
  }
  const startsAt = definition.StartDate === undefined ? now : definition.StartDate * 1000;
  return {
    name,
    definition,
    createdAt,
    modifiedAt: now,
    startsAt,
    nextAt: timingOf(definition).firstFrom(Math.max(startsAt, now)),
  };
};

const summary = ({ name, definition, createdAt, modifiedAt }: Schedule) => ({
  Arn: scheduleArn(name),
  Name: name,
  GroupName: definition.GroupName,
  State: definition.State,
  CreationDate: createdAt / 1000,
  LastModificationDate: modifiedAt / 1000,
});

/** The operations on schedules; names and query parameters are members of the input here. */
export const scheduleOperations = (store: ScheduleStore, now: () => number): Operations => ({
  CreateSchedule: operation(namedDefinition, async ({ Name, ...definition }) => {
    if (store.get(Name)) {
      throw new EmulatorError("ConflictException", `Schedule ${Name} already exists.`, {
        status: 409,
      });
    }
    await store.put(plan(Name, definition, now(), now()));
    return { ScheduleArn: scheduleArn(Name) };
  }),
  UpdateSchedule: operation(namedDefinition, async ({ Name, ...definition }) => {
    await store.put(plan(Name, definition, store.find(Name).createdAt, now()));
    return { ScheduleArn: scheduleArn(Name) };
  }),
  GetSchedule: operation(named, ({ Name }) => {
    const schedule = store.find(Name);
    return { ...schedule.definition, ...summary(schedule) };
  }),
  DeleteSchedule: operation(named, async ({ Name }) => {
    await store.remove(store.find(Name).name);
    return {};
  }),
  ListSchedules: operation(z.object({ NamePrefix: z.string().default("") }), ({ NamePrefix }) => ({
    Schedules: store.all().flatMap((schedule) => {
      if (!schedule.name.startsWith(NamePrefix)) return [];
      return { ...summary(schedule), Target: { Arn: schedule.definition.Target.Arn } };
    }),
  })),
});
