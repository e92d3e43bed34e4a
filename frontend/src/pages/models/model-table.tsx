import { createWindowVirtualizer } from "@tanstack/solid-virtual";
import { createSignal, For, onCleanup, onMount, Show } from "solid-js";
import type { ModelAnswer } from "../../../../core/contract/models";
import { columnTitles } from "./column-titles";
import { ModelRow } from "./model-row";
import styles from "./models.module.css";
import { nextSort, type SortColumn, sortColumns } from "./sort-models";
import type { Catalog } from "./use-catalog";

/** Heights of `.row`, in CSS pixels. */
const rowHeight = { table: 48, card: 68 } as const;
const columnCount = sortColumns.length + 1;

const numbers: readonly SortColumn[] = ["input", "output", "typical"];

const Head = (props: { readonly column: SortColumn; readonly catalog: Catalog }) => {
  const sorted = () => {
    const sort = props.catalog.sort();
    if (sort?.column !== props.column) return undefined;
    return sort.descending ? "descending" : "ascending";
  };
  const arrow = () => (sorted() === undefined ? "" : sorted() === "descending" ? " ↓" : " ↑");
  return (
    <th
      scope="col"
      class={`${styles[props.column]} ${numbers.includes(props.column) ? styles.end : ""}`}
      aria-sort={sorted()}
    >
      <button
        type="button"
        class={styles.sort}
        onClick={() => props.catalog.setSort(nextSort(props.catalog.sort(), props.column))}
      >
        {columnTitles[props.column]}
        <span aria-hidden="true">{arrow()}</span>
      </button>
    </th>
  );
};

/** Room for the rows that are not drawn. */
const Gap = (props: { readonly height: number }) => (
  <Show when={props.height > 0}>
    {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus, and this one has nothing to read */}
    <tr class={styles.gap} aria-hidden="true">
      <td colSpan={columnCount} style={{ "block-size": `${props.height}px` }} />
    </tr>
  </Show>
);

const phone = "(width < 720px)";

/** Where the rows begin on the page, and how high each is. */
const useMeasures = (rows: () => HTMLElement | undefined) => {
  const media = matchMedia(phone);
  const [isPhone, setPhone] = createSignal(media.matches);
  const [top, setTop] = createSignal(0);
  const measure = () => {
    setPhone(media.matches);
    setTop((rows()?.getBoundingClientRect().top ?? 0) + scrollY);
  };
  onMount(() => {
    // Whatever stands above may grow: a notice, filters that wrap.
    const watch = new ResizeObserver(measure);
    watch.observe(document.body);
    media.addEventListener("change", measure);
    onCleanup(() => {
      watch.disconnect();
      media.removeEventListener("change", measure);
    });
  });
  return { top, height: () => (isPhone() ? rowHeight.card : rowHeight.table) };
};

/** The catalog as a table of which only the rows in sight are drawn. */
export const ModelTable = (props: {
  readonly catalog: Catalog;
  readonly onSwitch: (models: readonly ModelAnswer[], enabled: boolean) => Promise<void>;
}) => {
  let body: HTMLElement | undefined;
  const measures = useMeasures(() => body);
  const virtual = createWindowVirtualizer<HTMLElement>({
    get count() {
      return props.catalog.rows().length;
    },
    get scrollMargin() {
      return measures.top();
    },
    // A function of its own for each height, so that a change of it is measured anew.
    get estimateSize() {
      const height = measures.height();
      return () => height;
    },
    overscan: 12,
  });
  const shown = () => virtual.getVirtualItems();
  const before = () => (shown()[0]?.start ?? measures.top()) - measures.top();
  const after = () => {
    const end = shown().at(-1)?.end ?? measures.top();
    return virtual.getTotalSize() - (end - measures.top());
  };
  return (
    <div class={styles.scroll}>
      <table class={styles.table} aria-rowcount={props.catalog.rows().length + 1}>
        <caption class="visually-hidden">Model catalog</caption>
        <thead>
          <tr aria-rowindex={1}>
            <For each={sortColumns}>
              {(column) => <Head column={column} catalog={props.catalog} />}
            </For>
            <th scope="col" class={styles.switch}>
              <span class="visually-hidden">On or off</span>
            </th>
          </tr>
        </thead>
        <tbody ref={(element) => (body = element)}>
          <Gap height={before()} />
          <For each={shown()}>
            {(item) => (
              <Show when={props.catalog.rows()[item.index]}>
                {(model) => (
                  <ModelRow model={model()} place={item.index + 2} onSwitch={props.onSwitch} />
                )}
              </Show>
            )}
          </For>
          <Gap height={after()} />
        </tbody>
      </table>
    </div>
  );
};
