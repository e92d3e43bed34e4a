import { createSignal } from "solid-js";
import { type ColumnId, readColumns, toggleColumn, usualColumns } from "./column-choice";

const keptAs = "smashcost.requests.columns";

/** Which columns are shown, as chosen in this browser. */
export const useColumns = () => {
  const [shown, setShown] = createSignal(readColumns(localStorage.getItem(keptAs)));
  return {
    shown,
    toggle: (id: ColumnId) => {
      const next = setShown((before) => toggleColumn(before, id));
      localStorage.setItem(keptAs, JSON.stringify(next));
    },
    reset: () => {
      setShown(usualColumns);
      localStorage.removeItem(keptAs);
    },
  };
};

export type Columns = ReturnType<typeof useColumns>;
