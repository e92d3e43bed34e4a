import type { OfferName } from "../catalog/offer";
import { type Feedback, mostVotes, type Votes } from "./feedback";
import type { Task } from "./task";

/** The running sums of one offer at one task. */
export type FeedbackCell = {
  readonly offer: OfferName;
  readonly task: Task;
  /** Requests scored since the cell was opened. */
  readonly count: number;
  /** Of the scores, older ones counting less once there are more than 50. */
  readonly sum: number;
  /** When it was opened, and scored last: milliseconds since 1970 UTC. */
  readonly since: number;
  readonly usedAt: number;
};

/** An organization's cells, by `cellName`. */
export type FeedbackLedger = ReadonlyMap<string, FeedbackCell>;

/** A score to be counted. */
export type Score = {
  readonly offer: OfferName;
  readonly task: Task;
  /** 0 to 1. */
  readonly score: number;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
};

/** What is kept of a counted score, so that a later one of its request can take its place. */
export type CountedScore = Pick<Score, "score"> & {
  /** Which cell it went into, and as which of its scores, from 1 up. */
  readonly since: number;
  readonly place: number;
};

/** 300 cells are some 20 kB: 25 models at all twelve tasks. */
export const mostCells = 300;

/** What each further vote leaves of the earlier ones, so that 50 are never exceeded. */
const kept = 1 - 1 / mostVotes;

export const cellName = ({ offer, task }: Pick<FeedbackCell, "offer" | "task">): string =>
  `${offer} ${task}`;

const votesIn = ({ count }: Pick<FeedbackCell, "count">): number => Math.min(count, mostVotes);

/** What is left of a counted score; 0 where its cell was dropped since. */
const weightLeft = (cell: FeedbackCell | undefined, earlier: CountedScore): number => {
  if (cell === undefined || cell.since !== earlier.since || cell.count < earlier.place) return 0;
  return kept ** (Math.max(cell.count, mostVotes) - Math.max(earlier.place, mostVotes));
};

/** Sums of scores stay between none and all of the votes, whatever rounding adds up to. */
const within = (sum: number, count: number): number =>
  Math.round(Math.min(votesIn({ count }), Math.max(0, sum)) * 1e6) / 1e6;

const added = (cell: FeedbackCell | undefined, { offer, task, score, at }: Score): FeedbackCell => {
  if (cell === undefined) {
    return { offer, task, count: 1, sum: within(score, 1), since: at, usedAt: at };
  }
  const count = cell.count + 1;
  const before = count > mostVotes ? cell.sum * kept : cell.sum;
  return { ...cell, count, sum: within(before + score, count), usedAt: Math.max(cell.usedAt, at) };
};

/** The cells that were scored latest, at most 300. */
const bounded = (cells: Map<string, FeedbackCell>): FeedbackLedger => {
  if (cells.size <= mostCells) return cells;
  const byUse = [...cells].sort(
    ([a, one], [b, other]) => one.usedAt - other.usedAt || (a < b ? -1 : 1),
  );
  return new Map(byUse.slice(cells.size - mostCells));
};

/**
 * Counts a request's score once. A later score of the same request replaces its earlier one: the
 * cell changes by the difference, in the weight that the earlier one still has.
 *
 * @param earlier - what was counted for this request before.
 */
export const countScore = (
  ledger: FeedbackLedger,
  score: Score,
  earlier: CountedScore | undefined,
): { readonly ledger: FeedbackLedger; readonly counted: CountedScore } => {
  const name = cellName(score);
  const cell = ledger.get(name);
  const weight = earlier === undefined ? 0 : weightLeft(cell, earlier);
  const cells = new Map(ledger);
  if (cell === undefined || earlier === undefined || weight === 0) {
    const grown = added(cell, score);
    cells.set(name, grown);
    const { since, count: place } = grown;
    return { ledger: bounded(cells), counted: { score: score.score, since, place } };
  }
  const sum = within(cell.sum + weight * (score.score - earlier.score), cell.count);
  cells.set(name, { ...cell, sum, usedAt: Math.max(cell.usedAt, score.at) });
  return { ledger: cells, counted: { ...earlier, score: score.score } };
};

/** What the router reads: means to a thousandth, by offer and task. */
export const feedbackIn = (ledger: FeedbackLedger): Feedback => {
  const feedback: Record<OfferName, Partial<Record<Task, Votes>>> = {};
  for (const cell of ledger.values()) {
    const votes = votesIn(cell);
    const mean = Math.round((cell.sum / votes) * 1_000) / 1_000;
    feedback[cell.offer] = { ...feedback[cell.offer], [cell.task]: { votes, mean } };
  }
  return feedback;
};
