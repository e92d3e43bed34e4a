import { GetScheduleCommand, ListSchedulesCommand } from "@aws-sdk/client-scheduler";
import { ListTopicsCommand } from "@aws-sdk/client-sns";
import { provisionAlerts } from "../../local/provision-alerts";
import { type Harness, startHarness } from "./emulators/harness";

const functionArn = "arn:aws:lambda:us-east-1:000000000000:function:alerts";
const minuteMs = 60_000;

let invoked: string[];
let harness: Harness;
beforeEach(async () => {
  invoked = [];
  harness = await startHarness({
    invoke: async (name) => {
      invoked.push(name);
    },
  });
});
afterEach(() => harness.dispose());

test("the function is started each minute, and over a restart", async () => {
  await provisionAlerts(harness, functionArn);
  for (let minute = 0; minute < 3; minute += 1) {
    await harness.emulators.tick();
    harness.advance(minuteMs);
  }
  expect(invoked).toEqual(["alerts", "alerts", "alerts"]);
  harness = await harness.restart();
  await harness.emulators.tick();
  expect(invoked).toHaveLength(4);
});

test("provisioned again it is the same topic and the same schedule, for the function of then", async () => {
  const { topicArn } = await provisionAlerts(harness, functionArn);
  expect(topicArn).toMatch(/^arn:aws:sns:.*:smashcost-spend-alerts$/);
  const later = `${functionArn}-2`;
  expect(await provisionAlerts(harness, later)).toEqual({ topicArn });
  const { Topics } = await harness.sns.send(new ListTopicsCommand({}));
  expect(Topics).toEqual([{ TopicArn: topicArn }]);
  const { Schedules = [] } = await harness.scheduler.send(new ListSchedulesCommand({}));
  expect(Schedules).toHaveLength(1);
  const Name = Schedules[0]?.Name;
  const { Target, ScheduleExpression } = await harness.scheduler.send(
    new GetScheduleCommand({ Name }),
  );
  expect(Target?.Arn).toBe(later);
  expect(ScheduleExpression).toBe("rate(1 minute)");
});
