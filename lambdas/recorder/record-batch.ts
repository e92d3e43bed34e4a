import type { OrganizationId } from "../../core/ids";
import type { Log } from "../../core/ports/log";
import { type UsageSeries, UsageSeriesRejection } from "../../core/ports/usage-series";
import { type UsageRecorder, UsageStoreBusyError } from "../../core/ports/usage-store";
import type { UsageEvent } from "../../core/usage/usage-event";
import { deliver, type Failure } from "./deliver";
import { type QueueRecord, readMessage, type UsageMessage } from "./read-message";

/** What is used of an SQS event. */
export type QueueBatch = { readonly Records: readonly QueueRecord[] };

/** SQS brings the named messages again, and after some times moves them to the dead letters. */
export type BatchOutcome = { readonly batchItemFailures: { readonly itemIdentifier: string }[] };

export type RecorderParts = {
  readonly store: UsageRecorder;
  /** Absent where the stage has none. */
  readonly series?: UsageSeries | undefined;
  /** Told of what was recorded. Absent: days are left as they are. */
  readonly packDays?: ((events: readonly UsageEvent[]) => Promise<void>) | undefined;
  readonly log: Log;
};

/** The messages as each organization sees them: with its own events only. */
const byOrganization = (
  messages: readonly UsageMessage[],
): ReadonlyMap<OrganizationId, readonly UsageMessage[]> => {
  const shares = new Map<OrganizationId, UsageMessage[]>();
  for (const { id, events, problems } of messages) {
    for (const organization of new Set(events.map((event) => event.organization))) {
      const own = events.filter((event) => event.organization === organization);
      const share = shares.get(organization) ?? [];
      share.push({ id, events: own, problems });
      shares.set(organization, share);
    }
  }
  return shares;
};

/** A message of which anything can't be read fails; what can be read of it is recorded all the same. */
const readAll = (records: readonly QueueRecord[], log: Log) => {
  const messages = records.map(readMessage);
  const unreadable = messages.filter(({ problems }) => problems.length > 0);
  for (const { id: messageId, problems } of unreadable) {
    log.error("usage message is unreadable", { messageId, problems });
  }
  return { messages, unreadable: unreadable.map(({ id }) => id) };
};

const logFailures = (log: Log, message: string, failures: readonly Failure[]): void => {
  for (const { messageId, error } of failures) {
    const { name, message: reason } = error as Partial<Error>;
    log.error(message, { messageId, error: name, reason });
  }
};

/** Days that are not packed are read as they are, only slower: a message never fails of it. */
const tryToPack = async (
  { packDays, log }: Pick<RecorderParts, "packDays" | "log">,
  events: readonly UsageEvent[],
): Promise<void> => {
  try {
    await packDays?.(events);
  } catch (error) {
    const { name, message: reason } = error as Partial<Error>;
    log.warn("a day was not packed", { error: name, reason });
  }
};

/**
 * Records the requests of a batch of queue messages: into the store once each, organization by
 * organization, then into the series. A message fails if any of its events could not be written;
 * brought again, those that were written cancel themselves as duplicates.
 */
export const recordBatch = async (
  { Records }: QueueBatch,
  { store, series, packDays, log }: RecorderParts,
): Promise<BatchOutcome> => {
  const { messages, unreadable } = readAll(Records, log);
  const counts = { recorded: 0, duplicates: 0 };
  const shares = [...byOrganization(messages).values()].map((share) =>
    deliver(
      share,
      async (events) => {
        const { recorded, duplicates } = await store.record(events);
        counts.recorded += recorded;
        counts.duplicates += duplicates;
      },
      (error) => !(error instanceof UsageStoreBusyError),
    ),
  );
  const unrecorded = (await Promise.all(shares)).flat();
  logFailures(log, "usage message was not recorded", unrecorded);

  const failed = new Set([...unreadable, ...unrecorded.map(({ messageId }) => messageId)]);
  if (series) {
    const unwritten = await deliver(
      messages.filter(({ id }) => !failed.has(id)),
      (events) => series.append(events),
      (error) => error instanceof UsageSeriesRejection,
    );
    logFailures(log, "usage message was not written to the series", unwritten);
    for (const { messageId } of unwritten) failed.add(messageId);
  }
  const recorded = messages.filter(({ id }) => !failed.has(id)).flatMap(({ events }) => events);
  await tryToPack({ packDays, log }, recorded);
  log.info("usage recorded", { messages: Records.length, failed: failed.size, ...counts });
  return { batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })) };
};
