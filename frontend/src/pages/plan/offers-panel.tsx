import { For, Show } from "solid-js";
import type { PlanAnswer } from "../../../../core/contract/plan";
import { Panel } from "../../components/panel";
import styles from "./plan.module.css";
import { PlanCard } from "./plan-card";
import { PlanStatus } from "./plan-status";
import { SubscriptionActions } from "./subscription-actions";

/** The plans, and what can be done with the own one. */
export const OffersPanel = (props: { readonly plan: PlanAnswer }) => {
  const isPaid = () => props.plan.plan === "pro" || props.plan.plan === "team";
  return (
    <Panel title="Plans" description="Upgrade anytime. Cancel anytime.">
      <div class={styles.offers}>
        <Show when={isPaid()}>
          <div class={styles.standing}>
            <PlanStatus plan={props.plan} />
            <SubscriptionActions plan={props.plan} />
          </div>
        </Show>
        <ul class={styles.cards}>
          <For each={props.plan.plans}>
            {(offered) => <PlanCard plan={props.plan} offered={offered} />}
          </For>
        </ul>
      </div>
    </Panel>
  );
};
