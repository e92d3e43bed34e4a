import { batch, createEffect, createMemo, createSignal, on } from "solid-js";
import { addRows, mergeRows, type Row, type Sums, sortIncoming } from "./merge-rows";
import { type RequestPage, usePages } from "./use-pages";
import type { Question } from "./use-question";
import { type TailAnswer, useTail } from "./use-tail";

export type ListOptions = {
  readonly question: Question;
  readonly live: () => boolean;
  /** Somebody reads what is shown: nothing may move it. */
  readonly isReading: () => boolean;
};

const none: readonly Row[] = [];

/** Requests as they are shown: the pages that were loaded, with what came since. */
export const useRequestList = ({ question, live, isReading }: ListOptions) => {
  const pages = usePages(question.asked);
  const [entered, setEntered] = createSignal(none);
  const [waiting, setWaiting] = createSignal(none);
  const [missed, setMissed] = createSignal(false);

  const loaded = createMemo((): readonly RequestPage[] => pages.result().data?.pages ?? []);
  const first = createMemo(() => loaded()[0]);
  const inPages = createMemo(() =>
    mergeRows(
      none,
      loaded().flatMap(({ rows }) => rows),
    ),
  );
  const rows = createMemo(() => mergeRows(inPages(), entered()));
  const forget = () =>
    batch(() => {
      setEntered(none);
      setWaiting(none);
      setMissed(false);
    });
  createEffect(on(first, forget, { defer: true }));

  const take = ({ rows: incoming, more }: TailAnswer) =>
    batch(() => {
      const complete = !pages.result().hasNextPage;
      const { fresh, again } = sortIncoming(rows(), incoming, complete);
      const shown = new Map(rows().map((row) => [row.id, row]));
      const changed = again.filter(
        (row) => JSON.stringify(row) !== JSON.stringify(shown.get(row.id)),
      );
      setEntered((before) => mergeRows(before, changed));
      setWaiting((before) => mergeRows(before, fresh));
      if (more) setMissed(true);
      if (!isReading()) enter();
    });
  const enter = () =>
    batch(() => {
      const askAnew = missed();
      setEntered((before) => mergeRows(before, waiting()));
      setWaiting(none);
      setMissed(false);
      if (askAnew) question.askAnew();
    });
  const tail = useTail({
    start: () => first()?.tail,
    filters: () => question.asked().filters,
    on: () => live() && !pages.result().isPlaceholderData,
    onAnswer: take,
  });
  const sums = createMemo((): Sums | null => {
    const totals = first()?.totals;
    if (!totals) return null;
    const ids = new Set(inPages().map(({ id }) => id));
    return addRows(
      totals,
      entered().filter(({ id }) => !ids.has(id)),
    );
  });
  return {
    pages,
    rows,
    first,
    sums,
    /** How many are not shown yet. */
    waiting: () => waiting().length,
    /** There are more than that. */
    missed,
    /** Shows what waits. */
    enter,
    tailFailed: tail.failed,
  };
};

export type RequestList = ReturnType<typeof useRequestList>;
