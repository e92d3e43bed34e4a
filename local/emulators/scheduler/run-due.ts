import { randomUUID } from "node:crypto";
import type { Log } from "../../../core/ports/log";
import { accountId, region } from "../names";
import type { SendToTarget } from "../targets";
import { scheduleArn, timingOf } from "./schedule-operations";
import type { Schedule, ScheduleStore } from "./schedule-store";

/** What a target gets where the schedule has no input of its own. */
const defaultEvent = (name: string, at: number): object => ({
  version: "0",
  id: randomUUID(),
  "detail-type": "Scheduled Event",
  source: "aws.scheduler",
  account: accountId,
  time: new Date(at).toISOString().replace(/\.\d{3}Z$/, "Z"),
  region,
  resources: [scheduleArn(name)],
  detail: "{}",
});

const parseInput = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** The schedule after a run at `now`: times that were missed meanwhile are not made up for. */
const advance = (schedule: Schedule, now: number): Schedule => {
  const next = timingOf(schedule.definition).nextAfter(now, schedule.startsAt);
  const end = schedule.definition.EndDate;
  const isOver = next === undefined || (end !== undefined && next > end * 1000);
  return { ...schedule, nextAt: isOver ? undefined : next };
};

/**
 * Runs what is due. The target is sent to before the run is noted, so that a crash in between repeats
 * it: the service promises at least once as well.
 */
export const runDue = async (
  store: ScheduleStore,
  send: SendToTarget,
  now: number,
  log: Log | undefined,
): Promise<void> => {
  for (const schedule of store.all()) {
    const { name, definition, nextAt } = schedule;
    if (definition.State !== "ENABLED" || nextAt === undefined || nextAt > now) continue;
    const { Arn, Input } = definition.Target;
    try {
      await send(Arn, Input === undefined ? defaultEvent(name, nextAt) : parseInput(Input));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      log?.warn("a schedule did not reach its target", { schedule: name, target: Arn, message });
    }
    // Changed or deleted while its target was sent to: then there is nothing to note.
    if (store.get(name) !== schedule) continue;
    const advanced = advance(schedule, now);
    const isDone = advanced.nextAt === undefined && definition.ActionAfterCompletion === "DELETE";
    await (isDone ? store.remove(name) : store.put(advanced));
  }
};
