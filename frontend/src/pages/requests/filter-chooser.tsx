import ChevronLeft from "lucide-solid/icons/chevron-left";
import Plus from "lucide-solid/icons/plus";
import { createSignal, For, Show } from "solid-js";
import { Button } from "../../components/button";
import { Popover } from "../../components/popover";
import styles from "./filter-bar.module.css";
import { type FilterName, filterNames, filterTitles } from "./filter-fields";
import { FilterValues } from "./filter-values";
import type { Question } from "./use-question";

/** First a field, then its values; each choice counts at once. */
export const FilterChooser = (props: {
  readonly question: Question;
  readonly onLabel: (name: FilterName, value: string, label: string) => void;
  readonly seen: (name: FilterName) => readonly string[];
}) => {
  const [open, setOpen] = createSignal(false);
  const [field, setField] = createSignal<FilterName>();
  return (
    <Popover
      label="Filter"
      trigger={
        <>
          <Plus size={16} aria-hidden="true" />
          Filter
        </>
      }
      open={open()}
      onOpenChange={(isOpen) => {
        setOpen(isOpen);
        if (isOpen) setField(undefined);
      }}
    >
      <div class={styles.chooser}>
        <Show
          when={field()}
          keyed
          fallback={
            <div class={styles.fields}>
              <For each={filterNames}>
                {(name) => (
                  <button type="button" class={styles.item} onClick={() => setField(name)}>
                    {filterTitles[name]}
                    <Show when={props.question.filters.get(name).length}>
                      {(count) => <span class="muted">{count()}</span>}
                    </Show>
                  </button>
                )}
              </For>
            </div>
          }
        >
          {(name) => (
            <>
              <div class={styles.chosen}>
                <Button look="ghost" aria-label="All fields" onClick={() => setField(undefined)}>
                  <ChevronLeft size={16} aria-hidden="true" />
                </Button>
                <h2 class={styles.title}>{filterTitles[name]}</h2>
              </div>
              <FilterValues
                name={name}
                question={props.question}
                onLabel={(value, label) => props.onLabel(name, value, label)}
                seen={props.seen(name)}
              />
            </>
          )}
        </Show>
      </div>
    </Popover>
  );
};
