import { accountDeletedLetter } from "../../core/mail/account-deleted";
import type { EraserCursor, EraserStep } from "../../core/ports/organization-eraser";
import {
  addCounts,
  noCounts,
  type PurgePhase,
  type PurgeState,
} from "../../core/purge/purge-state";
import type { PurgeParts } from "./parts";
import { walk } from "./walk";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/**
 * When what came late is erased, after the end. Requests in flight end within minutes, the queue brings
 * what it could not deliver for four days, and its dead letters are kept for 14 at most.
 * Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
 * (read 2026-11-24).
 */
const sweepsAfterMs: readonly number[] = [15 * minuteMs, dayMs, 15 * dayMs];

/** With one try every 20 minutes: more than a day. */
const mostReceiptTries = 100;

/** What the API does first as well: whatever became of it there, it is done from here on. */
export const close = async (
  state: PurgePhase<"closing">,
  { registry, directory }: PurgeParts,
): Promise<PurgeState> => {
  const { organization, requestedAt } = state;
  await registry.deactivateOrganization(organization, requestedAt);
  await directory.markDeleted(organization, requestedAt);
  return { ...state, phase: "counting", counts: noCounts };
};

type Walking = PurgePhase<"counting" | "erasing" | "sweeping">;

/**
 * Goes on with the phase's walks, and saves where they are.
 *
 * @returns the state with which they have ended; undefined: time is up, and all is saved.
 */
const goOn = async <State extends Walking>(
  state: State,
  { journal, eraser, now }: PurgeParts,
  until: number,
  step: (cursor: EraserCursor) => Promise<EraserStep>,
  counted: (state: State, step: Pick<EraserStep, "found">) => State = (same) => same,
): Promise<State | undefined> => {
  const { nextRunAt } = state;
  const at = (cursors: readonly EraserCursor[], found: EraserStep["found"]): State =>
    counted({ ...state, cursors: [...cursors] }, { found });
  const { cursors, found } = await walk(state.cursors ?? eraser.begin(), {
    step,
    now,
    until,
    // The date of the schedule stays, so that its next run comes if this one dies.
    save: (progress) => journal.save({ ...at(progress.cursors, progress.found), nextRunAt }),
  });
  if (cursors.length === 0) return at([], found);
  await journal.save({ ...at(cursors, found), nextRunAt: now() });
  return undefined;
};

export const count = async (
  state: PurgePhase<"counting">,
  parts: PurgeParts,
  until: number,
): Promise<PurgeState | undefined> => {
  const { organization } = state;
  const counted = await goOn(
    state,
    parts,
    until,
    (cursor) => parts.eraser.count(organization, cursor),
    (one, { found }) => ({ ...one, counts: addCounts(one.counts, found) }),
  );
  if (!counted) return undefined;
  const { cursors: _, ...rest } = counted;
  return { ...rest, phase: "erasing" };
};

export const erase = async (
  state: PurgePhase<"erasing">,
  parts: PurgeParts,
  until: number,
): Promise<PurgeState | undefined> => {
  const { organization } = state;
  const erased = await goOn(state, parts, until, (cursor) =>
    parts.eraser.erase(organization, cursor),
  );
  if (!erased) return undefined;
  const { cursors: _, ...rest } = erased;
  return { ...rest, phase: "receipt", finishedAt: parts.now(), tries: 0 };
};

/** From then on no name and no address is kept. */
const toFirstSweep = ({ organization, finishedAt }: PurgePhase<"receipt">): PurgeState => ({
  phase: "sweeping",
  organization,
  finishedAt,
  done: 0,
  nextRunAt: finishedAt + (sweepsAfterMs[0] ?? 0),
});

/**
 * Sends the receipt and notes that at once. Only a process that dies between the two lets it be sent
 * again: better twice than never.
 */
export const sendReceipt = async (
  state: PurgePhase<"receipt">,
  { journal, mailer, log }: PurgeParts,
): Promise<PurgeState> => {
  const { organization, name, requestedBy, requestedAt, finishedAt, counts, tries } = state;
  if (tries >= mostReceiptTries) {
    log.error("the receipt of a purge could not be sent", { organization, tries });
    return toFirstSweep(state);
  }
  await journal.save({ ...state, tries: tries + 1 });
  const letter = accountDeletedLetter({ organization: name, requestedAt, finishedAt, counts });
  await mailer.send(requestedBy, letter);
  return toFirstSweep(state);
};

export const sweep = async (
  state: PurgePhase<"sweeping">,
  parts: PurgeParts,
  until: number,
): Promise<PurgeState | undefined> => {
  const { organization, finishedAt } = state;
  const swept = await goOn(state, parts, until, (cursor) =>
    parts.eraser.erase(organization, cursor),
  );
  if (!swept) return undefined;
  const done = state.done + 1;
  const nextAfterMs = sweepsAfterMs[done];
  if (nextAfterMs === undefined) {
    await parts.journal.end(organization);
    return undefined;
  }
  const { cursors: _, ...rest } = swept;
  return { ...rest, done, nextRunAt: finishedAt + nextAfterMs };
};
