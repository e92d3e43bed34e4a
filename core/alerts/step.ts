/**
 * When a spend alert fires, and when it is armed again.
 *
 * - **Window**: 60 whole minutes of UTC, named by its last minute; its sum is the cost of the
 *   requests that came in within them. The window that ends in the running minute is looked at as
 *   well, with what is known of it: so spend is seen within a minute of being recorded, and no 60
 *   minutes go unlooked at. Costs are never negative, so sums only grow as requests are recorded.
 * - **Fires** once a window's sum is above the threshold: the crossing begins, with one e-mail.
 * - **Ends**, and is armed again, by the first later window whose sum is below the threshold. Since a
 *   sum may still grow, a window counts as below when it ended 15 minutes ago (`lateMinutes`); what
 *   crosses in between fires right then. At exactly the threshold nothing changes.
 * - **Late requests** count in their own minute, in all windows that hold it and that are still looked
 *   at: while armed those that ended in the last 15 minutes, and those since the last check.
 * - **Missed checks** are made up for, up to a day; each check begins one crossing at most, and the
 *   next goes on where it stopped.
 * - **A new threshold** counts from the minute before the check that first sees it. An open crossing
 *   stays open, without another e-mail, where one of these windows is above it, and else ends at once.
 *   0 is off: an open crossing ends, and nothing is remembered.
 * - **Clocks**: what a check has judged is not judged anew by a clock that is behind: time has to come
 *   there again, unless it is more than a day away. A crossing that was ended by a window which, by
 *   this clock, may still grow is opened again, without another e-mail.
 */
import type { AlertState, OpenCrossing } from "./alert-state";
import { lateMinutes, longestGapMinutes, type MinuteCosts, minuteOf, windowSums } from "./windows";

export type StepInput = {
  /** Absent at an alert's first check. */
  readonly state: AlertState | undefined;
  /** At least the minutes of the windows from `firstWindow` on. */
  readonly minutes: MinuteCosts;
  /** Whole µUSD; 0: off. */
  readonly thresholdMicroUsd: number;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** What a crossing that begins is to be called. */
  readonly id: string;
};

export type Fired = OpenCrossing & {
  /** pUSD: of the window by which it was seen. */
  readonly sum: bigint;
};

export type Step = {
  /** Absent: the alert is off. */
  readonly state: AlertState | undefined;
  /** Its peak is final. Where both are given, it ended before the other began. */
  readonly ended?: OpenCrossing;
  readonly crossing?: Fired;
};

/** What one check sees. */
type Sight = {
  readonly sumOf: (window: number) => bigint;
  /** The window that ends in the running minute. */
  readonly last: number;
  /** The last one that can't grow any more. */
  readonly settled: number;
  /** pUSD. */
  readonly threshold: bigint;
  readonly thresholdMicroUsd: number;
};

/** The earliest window that a check looks at. */
export const firstWindow = (state: AlertState | undefined, now: number): number => {
  const last = minuteOf(now);
  const since = (state?.through ?? last) + 1;
  return Math.max(last - longestGapMinutes, Math.min(since, last - lateMinutes + 1));
};

/** The first window of a stretch that the test holds for. */
const findWindow = (from: number, to: number, test: (window: number) => boolean) => {
  for (let window = from; window <= to; window += 1) if (test(window)) return window;
  return undefined;
};

/** The highest sum of the windows in a row from `from` on that are not below the threshold. */
const peakFrom = ({ sumOf, last, threshold }: Sight, from: number, known: bigint): bigint => {
  let peak = known;
  for (let window = from; window <= last && sumOf(window) >= threshold; window += 1) {
    const sum = sumOf(window);
    if (sum > peak) peak = sum;
  }
  return peak;
};

/** The state under a threshold that it does not know yet. */
const underNewThreshold = (state: AlertState | undefined, sight: Sight): Step => {
  const { last, sumOf, threshold, thresholdMicroUsd } = sight;
  const fresh = { thresholdMicroUsd, through: last - 2, floor: last - 1 };
  const open = state?.open;
  if (!open) return { state: fresh };
  const above = findWindow(last - 1, last, (window) => sumOf(window) > threshold);
  return above === undefined
    ? { state: fresh, ended: open }
    : { state: { ...fresh, through: above, open: { ...open, window: above } } };
};

/** Opens again what was ended too early, by a clock that was ahead of this one. */
const reopened = (state: AlertState, settled: number): AlertState => {
  const { closed, ...rest } = state;
  if (state.open || !closed || closed.endedBy <= settled) return state;
  const { endedBy, ...open } = closed;
  return { ...rest, through: endedBy - 1, open };
};

/** Under a clock that was more than a day ahead nothing is worth waiting for. */
const withinReach = (state: AlertState, last: number): AlertState => {
  const within = (window: number) => (window > last + longestGapMinutes ? last : window);
  return { ...state, through: within(state.through), floor: within(state.floor) };
};

/** Ends the open crossing if a window that can't grow any more is below the threshold. */
const judgeOpen = (state: AlertState, open: OpenCrossing, sight: Sight): Step => {
  const { sumOf, last, settled, threshold } = sight;
  const from = Math.max(state.through + 1, last - longestGapMinutes);
  const peak = peakFrom(sight, from, open.peak);
  const endedBy = findWindow(from, settled, (window) => sumOf(window) < threshold);
  if (endedBy === undefined) {
    const through = Math.max(state.through, settled);
    return { state: { ...state, through, open: { ...open, peak } } };
  }
  const ended = { ...open, peak };
  const { open: _, ...rest } = state;
  const closed = { ...ended, endedBy };
  return { state: { ...rest, through: endedBy, floor: endedBy + 1, closed }, ended };
};

/** Begins a crossing if a window is above the threshold. */
const judgeArmed = (
  state: AlertState,
  sight: Sight,
  { id, now: at }: Pick<StepInput, "id" | "now">,
): Step => {
  const { sumOf, last, settled, threshold } = sight;
  const from = Math.max(
    state.floor,
    Math.min(state.through, settled) + 1,
    last - longestGapMinutes,
  );
  const window = findWindow(from, last, (each) => sumOf(each) > threshold);
  if (window === undefined) return { state: { ...state, through: settled } };
  const sum = sumOf(window);
  const open = { id, at, window, peak: peakFrom(sight, window, sum) };
  const { closed: _, ...rest } = state;
  return { state: { ...rest, through: window, open }, crossing: { ...open, sum } };
};

/** One check of one alert. Pure: the same input twice says the same twice. */
export const step = (input: StepInput): Step => {
  const { state, minutes, thresholdMicroUsd, now } = input;
  if (thresholdMicroUsd === 0) {
    return { state: undefined, ...(state?.open && { ended: state.open }) };
  }
  const last = minuteOf(now);
  const sight: Sight = {
    sumOf: windowSums(minutes, firstWindow(state, now), last),
    last,
    settled: last - lateMinutes,
    threshold: BigInt(thresholdMicroUsd) * 1_000_000n,
    thresholdMicroUsd,
  };
  const known: Step =
    state?.thresholdMicroUsd === thresholdMicroUsd
      ? { state: withinReach(reopened(state, sight.settled), last) }
      : underNewThreshold(state, sight);
  const { state: present, ended: replaced } = known;
  if (!present) return known;
  const judged: Step = present.open ? judgeOpen(present, present.open, sight) : { state: present };
  const armed =
    judged.state && !judged.state.open ? judgeArmed(judged.state, sight, input) : judged;
  const ended = replaced ?? judged.ended;
  return {
    state: armed.state,
    ...(ended && { ended }),
    ...(armed.crossing && { crossing: armed.crossing }),
  };
};
