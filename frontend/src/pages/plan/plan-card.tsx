import { For, Match, Show, Switch } from "solid-js";
import { type PlanAnswer, paidPlans, startCheckout } from "../../../../core/contract/plan";
import { Badge } from "../../components/badge";
import { Button } from "../../components/button";
import { Notice } from "../../components/notice";
import styles from "./plan.module.css";
import { planAction, planLines, planTitles, priceText } from "./plan-words";
import { usePaymentPage } from "./use-payment-page";

type Offered = PlanAnswer["plans"][number];

/** A plan that can be had, beside the others. */
export const PlanCard = (props: { readonly plan: PlanAnswer; readonly offered: Offered }) => {
  const checkout = usePaymentPage(startCheckout);
  const title = () => planTitles[props.offered.plan];
  const action = () => planAction(props.plan, props.offered.plan);
  const buy = () => {
    const plan = paidPlans.find((paid) => paid === props.offered.plan);
    if (plan) void checkout.go({ body: { plan } });
  };
  return (
    <li class={`${styles.card} ${action() === "current" ? styles.own : ""}`}>
      <div class={styles.cardHead}>
        <h3>{title()}</h3>
        <Show when={action() === "current"}>
          <Badge tone="accent">Your plan</Badge>
        </Show>
      </div>
      <p class={styles.price}>
        <strong>{priceText(props.offered.monthlyMicroUsd)}</strong> a month
      </p>
      <ul class={styles.lines}>
        <For each={planLines(props.offered)}>{(line) => <li>{line}</li>}</For>
      </ul>
      <div class={styles.cardFoot}>
        <Switch>
          <Match when={action() === "choose" || action() === "switch"}>
            <Button look="primary" needs="owner" busy={checkout.busy()} onClick={buy}>
              {action() === "choose" ? `Choose ${title()}` : `Switch to ${title()}`}
            </Button>
          </Match>
          <Match when={action() === "by-cancelling"}>
            <span class="muted small">Cancel your plan to come back to it.</span>
          </Match>
        </Switch>
      </div>
      <Show when={checkout.error()}>
        {(error) => <Notice tone="danger">Couldn't go to the payment: {error().message}</Notice>}
      </Show>
    </li>
  );
};
