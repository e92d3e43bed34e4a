import type { CreateScheduleCommandInput } from "@aws-sdk/client-scheduler";
import type { OrganizationId } from "../../../core/ids";
import type { PurgeState } from "../../../core/purge/purge-state";

export type PurgeScheduleParts = {
  /** Of the function `account-purge`. */
  readonly functionArn: string;
  /** Lets EventBridge Scheduler invoke it. */
  readonly roleArn: string;
};

export const purgeScheduleName = (organization: OrganizationId): string => `purge-${organization}`;

/**
 * A purge is a schedule, and how far it is stands in the schedule's input: nothing of it is in a table
 * of ours. A rate begins at its start date and goes on until it is changed, so that a run that dies is
 * followed by another; it is longer than the 15 minutes that a run may take.
 * Source: https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html (read 2026-11-24).
 */
export const purgeSchedule = (
  state: PurgeState,
  nextRunAt: number,
  { functionArn, roleArn }: PurgeScheduleParts,
): CreateScheduleCommandInput => ({
  Name: purgeScheduleName(state.organization),
  ScheduleExpression: "rate(20 minutes)",
  StartDate: new Date(nextRunAt),
  FlexibleTimeWindow: { Mode: "OFF" },
  Target: { Arn: functionArn, RoleArn: roleArn, Input: JSON.stringify(state) },
});
