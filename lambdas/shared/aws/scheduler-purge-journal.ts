import {
  DeleteScheduleCommand,
  GetScheduleCommand,
  ResourceNotFoundException,
  type SchedulerClient,
  UpdateScheduleCommand,
} from "@aws-sdk/client-scheduler";
import type { PurgeJournal } from "../../../core/ports/purge-journal";
import { purgeStateSchema } from "../../../core/purge/purge-state";
import { type PurgeScheduleParts, purgeSchedule, purgeScheduleName } from "./purge-schedule";

const unlessGone = async <Answer>(asked: Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
};

/** Keeps how far a purge is in the input of its schedule. */
export const createSchedulerPurgeJournal = (
  client: SchedulerClient,
  parts: PurgeScheduleParts,
): PurgeJournal => ({
  async read(organization) {
    const Name = purgeScheduleName(organization);
    const schedule = await unlessGone(client.send(new GetScheduleCommand({ Name })));
    const input = schedule?.Target?.Input;
    return input === undefined ? undefined : purgeStateSchema.parse(JSON.parse(input));
  },

  async save(state, nextRunAt) {
    await client.send(new UpdateScheduleCommand(purgeSchedule(state, nextRunAt, parts)));
  },

  async end(organization) {
    const Name = purgeScheduleName(organization);
    await unlessGone(client.send(new DeleteScheduleCommand({ Name })));
  },
});
