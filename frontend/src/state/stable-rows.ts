import { createEffect } from "solid-js";
import { createStore, reconcile } from "solid-js/store";

/**
 * Rows that stay the same objects from one answer to the next, so that a table changes only what is
 * another value now, and the focus stays on the button that was pressed.
 *
 * @param key - by which rows are told apart.
 */
export const createStableRows = <Row extends object>(
  rows: () => readonly Row[],
  key: keyof Row & string,
): (() => readonly Row[]) => {
  const [store, setStore] = createStore<{ rows: readonly Row[] }>({ rows: rows() });
  createEffect(() => setStore("rows", reconcile(rows(), { key })));
  return () => store.rows;
};
