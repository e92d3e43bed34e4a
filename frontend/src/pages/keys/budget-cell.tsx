import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { KeyAnswer } from "../../../../core/contract/keys";
import { Badge } from "../../components/badge";
import { Meter } from "../../components/meter";
import { budgetUse } from "./budget-use";
import styles from "./keys.module.css";

const titles = { day: "Daily budget", month: "Monthly budget" } as const;
const periods = { day: "today", month: "month" } as const;

/** How much of a key's budgets is used, each leading to the requests that used it. */
export const BudgetCell = (props: { readonly key: KeyAnswer }) => (
  <Show when={budgetUse(props.key).length > 0} fallback={<span class="muted">None</span>}>
    <div class={styles.budgets}>
      <For each={budgetUse(props.key)}>
        {({ window, share, text, warning }) => (
          <div class={styles.budget}>
            <A
              class={styles.budgetLink ?? ""}
              href={`/requests?key=${props.key.id}&period=${periods[window]}`}
            >
              <Meter label={`${titles[window]} of ${props.key.name}`} share={share} text={text} />
            </A>
            <Show when={warning}>{(said) => <Badge tone={said().tone}>{said().text}</Badge>}</Show>
          </div>
        )}
      </For>
    </div>
  </Show>
);
