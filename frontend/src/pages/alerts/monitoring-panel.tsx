import { type JSX, Show } from "solid-js";
import type { AlertAnswer } from "../../../../core/contract/alerts";
import type { Asked } from "../../api/use-operation";
import { CodeBlock } from "../../components/code-block";
import { CopyButton } from "../../components/copy-button";
import { Answered, Panel } from "../../components/panel";
import { Skeleton } from "../../components/skeleton";
import styles from "./alerts.module.css";
import { eventPattern } from "./event-pattern";

const Item = (props: { readonly term: string; readonly children: JSX.Element }) => (
  <div class={styles.item}>
    <dt>{props.term}</dt>
    <dd>{props.children}</dd>
  </div>
);

const Copyable = (props: { readonly text: string; readonly label: string }) => (
  <span class={styles.copyable}>
    <code>{props.text}</code>
    <CopyButton text={props.text} label={props.label} />
  </span>
);

/** Where a team's own monitoring hears of the alert. */
export const MonitoringPanel = (props: { readonly alert: Asked<AlertAnswer> }) => (
  <Panel
    title="SNS and EventBridge"
    description="The same alert for pagers and automation, in the AWS account that SmashCost runs in."
  >
    <Answered what="the alert" asked={props.alert} skeleton={<Skeleton height={220} />}>
      {(alert) => (
        <dl class={styles.items}>
          <Item term="SNS topic">
            <Show when={alert().topicArn} fallback={<span class="muted">none on this stage</span>}>
              {(arn) => <Copyable text={arn()} label="Copy topic" />}
            </Show>
          </Item>
          <Item term="EventBridge source">
            <Copyable text={alert().eventSource} label="Copy source" />
          </Item>
          <Item term="EventBridge pattern">
            <CodeBlock
              code={eventPattern(alert().eventSource)}
              label="EventBridge pattern"
              copy
              wrap
            />
          </Item>
        </dl>
      )}
    </Answered>
  </Panel>
);
