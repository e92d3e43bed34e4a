import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ListSchedulesCommand,
  UpdateScheduleCommand,
} from "@aws-sdk/client-scheduler";
import { parseScheduleExpression } from "../../../local/emulators/scheduler/schedule-expression";
import { type Harness, startHarness, startMs } from "./harness";

const Arn = "arn:aws:lambda:us-east-1:000000000000:function:alerts";
const minuteMs = 60_000;

let harness: Harness;
let invoked: { name: string; event: unknown }[];
beforeEach(async () => {
  invoked = [];
  harness = await startHarness({
    invoke: async (name, event) => {
      invoked.push({ name, event });
    },
  });
});
afterEach(() => harness.dispose());

const input = (
  ScheduleExpression: string,
  more: Partial<CreateScheduleCommandInput> = {},
): CreateScheduleCommandInput => ({
  Name: "every-minute",
  ScheduleExpression,
  FlexibleTimeWindow: { Mode: "OFF" },
  Target: { Arn, RoleArn: "arn:aws:iam::000000000000:role/x", Input: '{"kind":"tick"}' },
  ...more,
});
const create = (expression: string, more?: Partial<CreateScheduleCommandInput>) =>
  harness.scheduler.send(new CreateScheduleCommand(input(expression, more)));
const runsAfter = async (ms: number) => {
  const before = invoked.length;
  harness.advance(ms);
  await harness.emulators.tick();
  return invoked.length - before;
};

test("a rate runs at once and then each time it is due", async () => {
  await create("rate(1 minute)");
  expect(await runsAfter(0)).toBe(1);
  expect(invoked).toEqual([{ name: "alerts", event: { kind: "tick" } }]);
  expect(await runsAfter(minuteMs - 1)).toBe(0);
  expect(await runsAfter(1)).toBe(1);
});

test("what was missed while nothing ran is run once, and the rhythm is kept over a restart", async () => {
  await create("rate(1 minute)");
  expect(await runsAfter(0)).toBe(1);
  harness = await harness.restart();
  expect(await runsAfter(10.5 * minuteMs)).toBe(1);
  expect(await runsAfter(minuteMs / 2)).toBe(1);
});

test("a cron expression runs in its time zone", async () => {
  // 09:30 in Tokyo is half an hour after midnight in UTC.
  await create("cron(30 9 * * ? *)", { ScheduleExpressionTimezone: "Asia/Tokyo" });
  expect(await runsAfter(30 * minuteMs - 1)).toBe(0);
  expect(await runsAfter(1)).toBe(1);
});

test("a schedule for one time runs once, and goes if it is to", async () => {
  await create("at(2026-11-24T00:05:00)", { ActionAfterCompletion: "DELETE" });
  expect(await runsAfter(5 * minuteMs)).toBe(1);
  expect(await runsAfter(24 * 60 * minuteMs)).toBe(0);
  expect((await harness.scheduler.send(new ListSchedulesCommand({}))).Schedules).toEqual([]);
});

test("a disabled schedule does not run, until it is enabled", async () => {
  await create("rate(1 minute)", { State: "DISABLED" });
  expect(await runsAfter(minuteMs)).toBe(0);
  await harness.scheduler.send(new UpdateScheduleCommand(input("rate(1 minute)")));
  expect(await runsAfter(0)).toBe(1);
});

test("a schedule runs between its dates", async () => {
  await create("rate(1 minute)", {
    StartDate: new Date(startMs + 2 * minuteMs),
    EndDate: new Date(startMs + 3 * minuteMs),
  });
  expect(await runsAfter(minuteMs)).toBe(0);
  expect(await runsAfter(minuteMs)).toBe(1);
  expect(await runsAfter(minuteMs)).toBe(1);
  expect(await runsAfter(minuteMs)).toBe(0);
});

test("a schedule is described as it was made, listed, and deleted", async () => {
  await create("rate(5 minutes)", { Description: "d" });
  const get = new GetScheduleCommand({ Name: "every-minute" });
  expect(await harness.scheduler.send(get)).toMatchObject({
    Name: "every-minute",
    ScheduleExpression: "rate(5 minutes)",
    Description: "d",
    State: "ENABLED",
    CreationDate: new Date(startMs),
  });
  const list = new ListSchedulesCommand({ NamePrefix: "every" });
  expect((await harness.scheduler.send(list)).Schedules).toHaveLength(1);
  await expect(create("rate(1 minute)")).rejects.toMatchObject({ name: "ConflictException" });
  await harness.scheduler.send(new DeleteScheduleCommand({ Name: "every-minute" }));
  await expect(harness.scheduler.send(get)).rejects.toMatchObject({
    name: "ResourceNotFoundException",
  });
});

describe("an expression", () => {
  test.each([
    { text: "cron(0/15 * * * ? *)", next: "2026-11-24T00:15:00.000Z" },
    { text: "cron(0 12 ? * 2 *)", next: "2026-11-30T12:00:00.000Z" },
    { text: "cron(0 12 ? * MON-FRI *)", next: "2026-11-24T12:00:00.000Z" },
    { text: "cron(0 0 L * ? *)", next: "2026-11-30T00:00:00.000Z" },
    { text: "cron(0 0 1 1 ? 2030)", next: "2030-01-01T00:00:00.000Z" },
    { text: "rate(2 hours)", next: "2026-11-24T02:00:00.000Z" },
    { text: "at(2027-01-31T12:00:00)", next: "2027-01-31T12:00:00.000Z" },
  ])("$text is next at $next", ({ text, next }) => {
    const at = parseScheduleExpression(text, "UTC")?.nextAfter(startMs, startMs);
    expect(new Date(at ?? 0).toISOString()).toBe(next);
  });

  test.each([
    "rate(0 minutes)",
    "rate(1 second)",
    "cron(* * * *)",
    "cron(99 * * * ? *)",
    "at(soon)",
  ])("%s is refused", async (text) => {
    await expect(create(text)).rejects.toMatchObject({
      name: "ValidationException",
      message: expect.stringContaining(text),
    });
  });
});
