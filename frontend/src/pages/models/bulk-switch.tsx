import { Show } from "solid-js";
import type { ModelAnswer } from "../../../../core/contract/models";
import { Button } from "../../components/button";
import { formatCount, formatPlural } from "../../format/count";
import styles from "./models.module.css";
import type { Catalog } from "./use-catalog";

const unfiltered = "Search or filter first: this would switch every model.";

/** How many models match, and switching all of them at once. */
export const BulkSwitch = (props: {
  readonly catalog: Catalog;
  readonly onSwitch: (models: readonly ModelAnswer[], enabled: boolean) => Promise<void>;
}) => {
  // What no provider serves any more has no switch that would matter.
  const served = () => props.catalog.rows().filter(({ status }) => status !== "retired");
  const on = () => served().filter(({ enabled }) => enabled);
  const off = () => served().filter(({ enabled }) => !enabled);
  const because = (models: readonly ModelAnswer[], state: string) => {
    if (!props.catalog.isFiltered()) return unfiltered;
    return models.length === 0 ? `Each of these is ${state} already.` : undefined;
  };
  const counted = () => {
    const [shown, every] = [props.catalog.rows().length, props.catalog.all().length];
    return shown === every
      ? formatPlural(every, "model")
      : `${formatCount(shown)} of ${formatPlural(every, "model")}`;
  };
  return (
    <div class={styles.bulk}>
      <span class="muted" role="status">
        {counted()}
      </span>
      <Show when={props.catalog.rows().length > 0}>
        <div class={styles.bulkActions}>
          <Button
            needs="admin"
            disabledBecause={because(off(), "on")}
            onClick={() => void props.onSwitch(off(), true)}
          >
            Switch on ({formatCount(off().length)})
          </Button>
          <Button
            needs="admin"
            disabledBecause={because(on(), "off")}
            onClick={() => void props.onSwitch(on(), false)}
          >
            Switch off ({formatCount(on().length)})
          </Button>
        </div>
      </Show>
    </div>
  );
};
