import { createEffect } from "solid-js";
import { createStore, reconcile } from "solid-js/store";

/** A browser takes the focus from what is moved within its document: this gives it back. */
const keepFocus = () => {
  const focused = document.activeElement;
  // Once the rows are where they belong.
  queueMicrotask(() => {
    const isLost = document.activeElement === document.body && focused?.isConnected;
    if (isLost && focused instanceof HTMLElement) focused.focus();
  });
};

/**
 * Rows that stay the same objects from one answer to the next, so that a table changes only what is
 * another value now, and the focus stays on the button that was pressed,
 * even where its row moves to another place.
 *
 * @param key - by which rows are told apart.
 */
export const createStableRows = <Row extends object>(
  rows: () => readonly Row[],
  key: keyof Row & string,
): (() => readonly Row[]) => {
  const [store, setStore] = createStore<{ rows: readonly Row[] }>({ rows: rows() });
  createEffect(() => {
    const next = rows();
    keepFocus();
    setStore("rows", reconcile(next, { key }));
  });
  return () => store.rows;
};
