import { For, type JSX, Show } from "solid-js";
import styles from "./table.module.css";

export type Column<Row> = {
  readonly id: string;
  /** The column's head; also each value's label on a phone. */
  readonly title: string;
  readonly cell: (row: Row) => JSX.Element;
  /** Numbers stand at the end. */
  readonly end?: boolean;
  /** It names the row: read out with each cell. */
  readonly names?: boolean;
  /** The head is for screen readers alone (actions). */
  readonly untitled?: boolean;
  readonly sortable?: boolean;
};

export type Sort = { readonly column: string; readonly descending: boolean };

const ariaSort = (sort: Sort | undefined, column: string) =>
  sort?.column === column ? (sort.descending ? "descending" : "ascending") : undefined;

const Head = <Row,>(props: {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
}) => {
  const arrow = () => {
    const direction = ariaSort(props.sort, props.column.id);
    return direction === undefined ? "" : direction === "descending" ? " ↓" : " ↑";
  };
  const toggle = () =>
    props.onSort?.({
      column: props.column.id,
      descending: props.sort?.column === props.column.id ? !props.sort.descending : false,
    });
  return (
    <th
      scope="col"
      class={props.column.end ? styles.end : undefined}
      aria-sort={ariaSort(props.sort, props.column.id)}
    >
      <Show
        when={props.column.sortable && props.onSort}
        fallback={
          <span class={props.column.untitled ? "visually-hidden" : undefined}>
            {props.column.title}
          </span>
        }
      >
        <button type="button" class={styles.sort} onClick={toggle}>
          {props.column.title}
          {arrow()}
        </button>
      </Show>
    </th>
  );
};

const Cell = <Row,>(props: { readonly column: Column<Row>; readonly row: Row }) => {
  const content = () => (
    <>
      <Show when={!props.column.names && !props.column.untitled}>
        <span class={styles.cardLabel} aria-hidden="true">
          {props.column.title}
        </span>
      </Show>
      {props.column.cell(props.row)}
    </>
  );
  const endClass = () => (props.column.end ? styles.end : undefined);
  return (
    <Show when={props.column.names} fallback={<td class={endClass()}>{content()}</td>}>
      <th scope="row" class={endClass()}>
        {content()}
      </th>
    </Show>
  );
};

/** A table whose rows become cards on a phone. */
export const Table = <Row,>(props: {
  /** What it holds, for screen readers. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  /** On a phone it stays a table that scrolls sideways. @default false */
  readonly plain?: boolean;
}) => (
  // A part that scrolls must be reachable by keyboard, so that it can be scrolled.
  // No landmark: a panel around it often is one, of the same name.
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields
  <div class={styles.scroll} tabindex="0" role="group" aria-label={props.caption}>
    <table class={`${styles.table} ${props.plain ? "" : styles.cards}`}>
      <caption class="visually-hidden">{props.caption}</caption>
      <thead>
        <tr>
          <For each={props.columns}>
            {(column) => <Head column={column} sort={props.sort} onSort={props.onSort} />}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>
          {(row) => (
            <tr>
              <For each={props.columns}>{(column) => <Cell column={column} row={row} />}</For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </div>
);
