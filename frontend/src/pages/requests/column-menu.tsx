import Columns3 from "lucide-solid/icons/columns-3";
import { For } from "solid-js";
import { Button } from "../../components/button";
import { Popover } from "../../components/popover";
import { alwaysShown, columnIds, columnTitles } from "./column-choice";
import styles from "./filter-bar.module.css";
import type { Columns } from "./use-columns";

/** Which columns are shown; kept in this browser. */
export const ColumnMenu = (props: { readonly columns: Columns }) => (
  <Popover
    label="Columns"
    trigger={
      <>
        <Columns3 size={16} aria-hidden="true" />
        Columns
      </>
    }
  >
    <div class={styles.chooser}>
      <div class={styles.fields}>
        <For each={columnIds}>
          {(id) => (
            <label class={styles.item}>
              <input
                type="checkbox"
                checked={props.columns.shown().includes(id)}
                disabled={id === alwaysShown}
                onChange={(event) => {
                  props.columns.toggle(id);
                  // The last one that is left stays.
                  event.currentTarget.checked = props.columns.shown().includes(id);
                }}
              />
              <span class={styles.choice}>{columnTitles[id]}</span>
            </label>
          )}
        </For>
      </div>
      <Button onClick={() => props.columns.reset()}>Reset</Button>
    </div>
  </Popover>
);
