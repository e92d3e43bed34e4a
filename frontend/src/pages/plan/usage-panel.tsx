import { A } from "@solidjs/router";
import { Show } from "solid-js";
import type { PlanAnswer } from "../../../../core/contract/plan";
import { Meter } from "../../components/meter";
import { Panel } from "../../components/panel";
import styles from "./plan.module.css";
import { usedText } from "./plan-words";

const Used = (props: {
  readonly title: string;
  /** Where what is counted can be seen. */
  readonly href: string;
  readonly used: number;
  readonly limit: number | null;
}) => {
  const text = () => usedText(props.used, props.limit);
  const shareOf = (limit: number) => (limit === 0 ? 1 : props.used / limit);
  return (
    <div class={styles.used}>
      <A href={props.href} class={styles.usedTitle ?? ""}>
        {props.title}
      </A>
      <Show when={props.limit !== null} fallback={<span class={styles.unlimited}>{text()}</span>}>
        <Meter label={props.title} share={shareOf(props.limit ?? 0)} text={text()} />
      </Show>
    </div>
  );
};

/** What of the plan is used. */
export const UsagePanel = (props: { readonly plan: PlanAnswer }) => {
  const usage = () => props.plan.usage;
  return (
    <Panel
      title="Usage"
      description={
        props.plan.status === "self-hosted"
          ? undefined
          : "Requests above the plan are answered all the same; keys and members above it can't be added."
      }
    >
      <div class={styles.usage}>
        <Used
          title="Requests this month"
          href="/requests?period=month"
          used={usage().requests.used}
          limit={usage().requests.limit}
        />
        <Used title="Keys" href="/keys" used={usage().keys.used} limit={usage().keys.limit} />
        <Used
          title="Members"
          href="/team"
          used={usage().members.used}
          limit={usage().members.limit}
        />
      </div>
    </Panel>
  );
};
