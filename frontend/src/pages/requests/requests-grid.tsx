import { createVirtualizer } from "@tanstack/solid-virtual";
import { createEffect, createMemo, createSignal, For, type JSX, on, onMount, Show } from "solid-js";
import { columnTitles } from "./column-choice";
import type { GridColumn } from "./columns";
import { GridRow } from "./grid-row";
import type { Row } from "./merge-rows";
import styles from "./requests-grid.module.css";
import { useRowKeys } from "./use-row-keys";

const rowHeightPx = 32;
const cardHeightPx = 64;
const headHeightPx = 32;
/** So many rows before the last one that is there, the next page is asked for. */
const earlyRows = 60;

export type GridProps = {
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn[];
  /** Rows in all, loaded or not; undefined: nobody counted them. */
  readonly count: number | undefined;
  /** Each row is a card. */
  readonly cards: boolean;
  /** Nothing was answered yet. */
  readonly busy: boolean;
  /** What is shown answers an earlier question. */
  readonly stale: boolean;
  readonly opened: string | undefined;
  readonly onOpen: (id: string, how: { readonly replace: boolean }) => void;
  readonly onClose: () => void;
  /** The last rows come into sight. */
  readonly onEnd: () => void;
  /** The part that scrolls. */
  readonly ref: (area: HTMLElement) => void;
  /** Below the rows. */
  readonly children?: JSX.Element;
};

const Head = (props: { readonly columns: readonly GridColumn[] }) => (
  <thead>
    <tr aria-rowindex="1">
      <For each={props.columns}>
        {(column) => (
          <th scope="col" class={column.end ? styles.end : undefined}>
            {columnTitles[column.id]}
          </th>
        )}
      </For>
    </tr>
  </thead>
);

/** Keeps the room of rows that are not drawn. @param height - CSS pixels. */
const Gap = (props: { readonly height: number }) => (
  <Show when={props.height > 0}>
    {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
    <tr aria-hidden="true" class={styles.gap}>
      <td style={{ "block-size": `${props.height}px` }} />
    </tr>
  </Show>
);

/** The rows that are in sight, and how many there are before and after them. */
const useWindow = (props: GridProps, area: () => HTMLElement | undefined) => {
  const height = () => (props.cards ? cardHeightPx : rowHeightPx);
  const head = () => (props.cards ? 0 : headHeightPx);
  const virtualizer = createVirtualizer<HTMLElement, HTMLElement>({
    get count() {
      return props.rows.length;
    },
    getScrollElement: () => area() ?? null,
    estimateSize: height,
    overscan: 12,
    get scrollMargin() {
      return head();
    },
    // The head covers what is scrolled below it.
    get scrollPaddingStart() {
      return head();
    },
  });
  createEffect(on(height, () => virtualizer.measure(), { defer: true }));
  const shown = createMemo(() => {
    const items = virtualizer.getVirtualItems();
    const start = items[0]?.index ?? 0;
    return { start, rows: props.rows.slice(start, (items.at(-1)?.index ?? -1) + 1) };
  });
  return {
    shown,
    before: () => shown().start * height(),
    after: () => (props.rows.length - shown().start - shown().rows.length) * height(),
    scrollTo: (index: number) => virtualizer.scrollToIndex(index, { align: "auto" }),
  };
};

/** Requests as a grid of which only the rows in sight are drawn. */
export const RequestsGrid = (props: GridProps) => {
  const [area, setArea] = createSignal<HTMLElement>();
  const { shown, before, after, scrollTo } = useWindow(props, area);
  createEffect(() => {
    const { start, rows } = shown();
    if (rows.length > 0 && start + rows.length > props.rows.length - earlyRows) props.onEnd();
  });
  const keys = useRowKeys({
    rows: () => props.rows,
    area,
    scrollTo,
    opened: () => props.opened,
    open: (id, how) => props.onOpen(id, how),
    close: () => props.onClose(),
  });
  // Tab leads into the table at one row: that of the panel, the last one, or the first in sight.
  const tabbable = createMemo(() => {
    const drawn = shown().rows;
    const wanted = [props.opened, keys.active()];
    return (drawn.find(({ id }) => wanted.includes(id)) ?? drawn[0])?.id;
  });
  let element: HTMLDivElement | undefined;
  // Once it is in the document: before, it belongs to no window whose size could be observed.
  onMount(() => {
    if (!element) return;
    setArea(element);
    props.ref(element);
  });
  const width = () => props.columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div
      class={styles.area}
      ref={(made) => {
        element = made;
      }}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is gone through by arrows is a grid
        role="grid"
        aria-label="Requests"
        aria-rowcount={props.count === undefined ? -1 : props.count + 1}
        aria-busy={props.busy}
        class={`${props.cards ? styles.cards : styles.grid} ${props.stale ? styles.stale : ""}`}
        style={{ "min-inline-size": props.cards ? "0" : `${width()}px` }}
      >
        <Show when={!props.cards}>
          <colgroup>
            <For each={props.columns}>
              {(column) => <col style={{ "inline-size": `${column.width}px` }} />}
            </For>
          </colgroup>
        </Show>
        <Head columns={props.columns} />
        <tbody>
          <Gap height={before()} />
          <For each={shown().rows}>
            {(row, place) => (
              <GridRow
                row={row}
                columns={props.columns}
                index={shown().start + place() + 2}
                opened={props.opened === row.id}
                tabbable={tabbable() === row.id}
                onFocus={() => keys.setActive(row.id)}
                onOpen={() => props.onOpen(row.id, { replace: props.opened !== undefined })}
              />
            )}
          </For>
          <Gap height={after()} />
        </tbody>
      </table>
      {props.children}
    </div>
  );
};
