import { For, Show } from "solid-js";
import type { GridColumn } from "./columns";
import type { Row } from "./merge-rows";
import styles from "./requests-grid.module.css";

/** Whether a text was selected by this click: then nothing is opened. */
const isSelecting = (): boolean => document.getSelection()?.isCollapsed === false;

/** One request: its time names the row, and a click anywhere opens it. */
export const GridRow = (props: {
  readonly row: Row;
  readonly columns: readonly GridColumn[];
  /** From 1; the head is the first. */
  readonly index: number;
  readonly opened: boolean;
  readonly tabbable: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}) => (
  <tr
    class={styles.row}
    data-request={props.row.id}
    aria-rowindex={props.index}
    aria-selected={props.opened}
    tabindex={props.tabbable ? 0 : -1}
    onFocusIn={() => props.onFocus()}
    onClick={() => !isSelecting() && props.onOpen()}
  >
    <For each={props.columns}>
      {(column) => (
        <Show
          when={column.id === "at"}
          fallback={
            <td class={column.end ? styles.end : undefined} data-column={column.id}>
              {column.cell(props.row)}
            </td>
          }
        >
          <th scope="row" data-column={column.id}>
            {column.cell(props.row)}
          </th>
        </Show>
      )}
    </For>
  </tr>
);
