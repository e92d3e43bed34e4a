import { accountDeletedLetter } from "../../core/mail/account-deleted";
import type { Letter } from "../../core/ports/mailer";
import type { EraserCursor, EraserStep } from "../../core/ports/organization-eraser";
import {
  addCounts,
  noCounts,
  type PurgeCounts,
  type PurgePhase,
  type PurgeState,
} from "../../core/purge/purge-state";
import type { PurgeParts } from "./parts";
import { type Progress, walk } from "./walk";

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
 * @param counted - the state with what was found.
 * @returns the state with the walks that have not ended: time is up.
 */
const goOn = async <State extends Walking>(
  state: State,
  { save, eraser, now }: PurgeParts,
  until: number,
  step: (cursor: EraserCursor) => Promise<EraserStep>,
  counted: (state: State, found: PurgeCounts) => State = (same) => same,
): Promise<State> => {
  const at = ({ cursors, found }: Progress): State =>
    counted({ ...state, cursors: [...cursors] }, found);
  const begun = state.cursors ?? eraser.begin();
  return at(await walk(begun, { step, now, until, save: (progress) => save(at(progress)) }));
};

const hasEnded = ({ cursors }: Walking): boolean => cursors?.length === 0;

export const count = async (
  state: PurgePhase<"counting">,
  parts: PurgeParts,
  until: number,
): Promise<PurgeState> => {
  const { organization } = state;
  const counted = await goOn(
    state,
    parts,
    until,
    (cursor) => parts.eraser.count(organization, cursor),
    (one, found) => ({ ...one, counts: addCounts(one.counts, found) }),
  );
  const { cursors: _, ...rest } = counted;
  return hasEnded(counted) ? { ...rest, phase: "erasing" } : counted;
};

const eraseOn = <State extends PurgePhase<"erasing" | "sweeping">>(
  state: State,
  parts: PurgeParts,
  until: number,
): Promise<State> =>
  goOn(state, parts, until, (cursor) => parts.eraser.erase(state.organization, cursor));

export const erase = async (
  state: PurgePhase<"erasing">,
  parts: PurgeParts,
  until: number,
): Promise<PurgeState> => {
  const erased = await eraseOn(state, parts, until);
  const { cursors: _, ...rest } = erased;
  return hasEnded(erased)
    ? { ...rest, phase: "receipt", finishedAt: parts.now(), tries: 0 }
    : erased;
};

/** From then on no name and no address is kept. */
const toFirstSweep = ({ organization, finishedAt }: PurgePhase<"receipt">): PurgeState => ({
  phase: "sweeping",
  organization,
  finishedAt,
  done: 0,
  notBefore: finishedAt + (sweepsAfterMs[0] ?? 0),
});

const receiptOf = ({ name, requestedAt, finishedAt, counts }: PurgePhase<"receipt">): Letter =>
  accountDeletedLetter({ organization: name, requestedAt, finishedAt, counts });

/**
 * Sends the receipt and notes that at once. Only a process that dies between the two lets it be sent
 * again: better twice than never.
 */
export const sendReceipt = async (
  state: PurgePhase<"receipt">,
  { save, mailer, log }: PurgeParts,
): Promise<PurgeState> => {
  const { organization, tries } = state;
  if (tries >= mostReceiptTries) {
    log.error("the receipt of a purge could not be sent", { organization, tries });
    return toFirstSweep(state);
  }
  await save({ ...state, tries: tries + 1 });
  await mailer.send(state.requestedBy, receiptOf(state));
  return toFirstSweep(state);
};

/** @returns undefined after the last one: all is done. */
export const sweep = async (
  state: PurgePhase<"sweeping">,
  parts: PurgeParts,
  until: number,
): Promise<PurgeState | undefined> => {
  const swept = await eraseOn(state, parts, until);
  if (!hasEnded(swept)) return swept;
  const { cursors: _, ...rest } = swept;
  const done = rest.done + 1;
  const afterMs = sweepsAfterMs[done];
  return afterMs === undefined
    ? undefined
    : { ...rest, done, notBefore: rest.finishedAt + afterMs };
};
