import {
  ConflictException,
  CreateScheduleCommand,
  type SchedulerClient,
  UpdateScheduleCommand,
} from "@aws-sdk/client-scheduler";
import { CreateTopicCommand, type SNSClient } from "@aws-sdk/client-sns";
import { accountId } from "./emulators/names";

const topicName = "smashcost-spend-alerts";
const scheduleName = "smashcost-alerts";

/**
 * Creates the topic that spend alerts are published to, and the schedule that has them checked each
 * minute, as the stacks do. What is there stays, or is brought up to date.
 */
export const provisionAlerts = async (
  { scheduler, sns }: { readonly scheduler: SchedulerClient; readonly sns: SNSClient },
  functionArn: string,
): Promise<{ readonly topicArn: string }> => {
  const { TopicArn = "" } = await sns.send(new CreateTopicCommand({ Name: topicName }));
  const schedule = {
    Name: scheduleName,
    ScheduleExpression: "rate(1 minute)",
    FlexibleTimeWindow: { Mode: "OFF" },
    Target: { Arn: functionArn, RoleArn: `arn:aws:iam::${accountId}:role/${scheduleName}` },
  } as const;
  try {
    await scheduler.send(new CreateScheduleCommand(schedule));
  } catch (error) {
    if (!(error instanceof ConflictException)) throw error;
    await scheduler.send(new UpdateScheduleCommand(schedule));
  }
  return { topicArn: TopicArn };
};
