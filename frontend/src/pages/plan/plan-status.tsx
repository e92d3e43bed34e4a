import { type JSX, Match, Show, Switch } from "solid-js";
import type { PlanAnswer } from "../../../../core/contract/plan";
import { Badge } from "../../components/badge";
import { TimeText } from "../../components/time-text";
import styles from "./plan.module.css";
import { planTitles } from "./plan-words";

const Line = (props: { readonly badge: JSX.Element; readonly children?: JSX.Element }) => (
  <p class={styles.status}>
    {props.badge}
    <span>{props.children}</span>
  </p>
);

/** How the plan stands: by word and shape. */
export const PlanStatus = (props: { readonly plan: PlanAnswer }) => {
  const next = () => planTitles[props.plan.nextPlan ?? props.plan.plan];
  return (
    <Switch>
      <Match when={props.plan.status === "past-due"}>
        <Line badge={<Badge tone="danger">Past due</Badge>}>
          The last payment failed and is tried again; the plan holds meanwhile. Check the card under
          Invoices and cards.
        </Line>
      </Match>
      <Match when={props.plan.status === "ending"}>
        <Line badge={<Badge tone="warning">Ending</Badge>}>
          Ends on{" "}
          <Show when={props.plan.periodEndsAt}>{(at) => <TimeText at={at()} look="full" />}</Show>,
          then {next()}.
        </Line>
      </Match>
      <Match when={props.plan.status === "active"}>
        <Line badge={<Badge tone="success">Active</Badge>}>
          <Show when={props.plan.periodEndsAt}>
            {(at) => (
              <>
                Renews on <TimeText at={at()} look="full" />.
              </>
            )}
          </Show>
        </Line>
      </Match>
    </Switch>
  );
};
