import {
  ConflictException,
  CreateScheduleCommand,
  type SchedulerClient,
} from "@aws-sdk/client-scheduler";
import type { PurgeStarter } from "../../../core/ports/purge-starter";
import { firstState } from "../../../core/purge/purge-state";
import { type PurgeScheduleParts, purgeSchedule } from "./purge-schedule";

/** Starts purges as schedules, one an organization. */
export const createSchedulerPurgeStarter = (
  client: SchedulerClient,
  parts: PurgeScheduleParts,
): PurgeStarter => ({
  async start(request) {
    try {
      const schedule = purgeSchedule(firstState(request), request.requestedAt, parts);
      await client.send(new CreateScheduleCommand(schedule));
    } catch (error) {
      // It was started before.
      if (!(error instanceof ConflictException)) throw error;
    }
  },
});
