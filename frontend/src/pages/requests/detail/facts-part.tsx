import { For, type JSX, Show } from "solid-js";
import { CopyButton } from "../../../components/copy-button";
import { TimeText } from "../../../components/time-text";
import { formatCount } from "../../../format/count";
import { formatDuration } from "../../../format/duration";
import { scoreText } from "../columns";
import { StatusBadge } from "../status-badge";
import styles from "./detail.module.css";
import type { RequestDetail } from "./detail-parts";
import { Section } from "./section";

const Fact = (props: { readonly name: string; readonly children: JSX.Element }) => (
  <>
    <dt>{props.name}</dt>
    <dd>{props.children}</dd>
  </>
);

const Id = (props: { readonly value: string }) => (
  <span class={styles.id}>
    <code>{props.value}</code>
    <CopyButton text={props.value} look="ghost" />
  </span>
);

/** What came in, and what went out, at a glance. */
export const SummaryPart = (props: { readonly detail: RequestDetail }) => {
  const row = () => props.detail.row;
  return (
    <dl class={styles.facts}>
      <Fact name="Status">
        <StatusBadge row={row()} />
        <Show when={row().errorCode}>{(code) => <span class="muted"> {code()}</span>}</Show>
      </Fact>
      <Fact name="Time">
        <TimeText at={row().at} look="full" />
      </Fact>
      <Fact name="Model">
        {row().requested} → {row().used ?? "none reached"}
        <Show when={row().provider}>{(name) => <span class="muted"> at {name()}</span>}</Show>
      </Fact>
      <Fact name="Latency">
        {formatDuration(row().latencyMs)}
        <Show when={row().firstTokenMs} keyed>
          {(at) => <span class="muted"> first token {formatDuration(at)}</span>}
        </Show>
      </Fact>
      <Fact name="Tokens">
        {formatCount(row().inputTokens)} in, {formatCount(row().outputTokens)} out
      </Fact>
      <Fact name="Score">
        {scoreText(row().score)}
        <Show when={props.detail.bar} keyed>
          {(bar) => <span class="muted"> bar {bar}%</span>}
        </Show>
      </Fact>
      <Fact name="Task">
        {row().task ?? "not classified"}
        <Show when={props.detail.difficulty} keyed>
          {(difficulty) => <span class="muted"> difficulty {difficulty.toFixed(2)}</span>}
        </Show>
      </Fact>
      <Fact name="Routing">{row().mode ?? "—"}</Fact>
      <Fact name="Endpoint">
        {row().endpoint}
        <Show when={row().streamed}>
          <span class="muted"> streamed</span>
        </Show>
      </Fact>
    </dl>
  );
};

/** Who asked: tags, key and ids. */
export const TagsPart = (props: { readonly detail: RequestDetail }) => {
  const row = () => props.detail.row;
  return (
    <Section title="Tags and ids">
      <dl class={styles.facts}>
        <Fact name="Customer">{row().customer ?? "Untagged"}</Fact>
        <Fact name="Feature">{row().feature ?? "Untagged"}</Fact>
        <For each={Object.entries(row().tags)}>
          {([name, value]) => <Fact name={name}>{value}</Fact>}
        </For>
        <Fact name="Environment">{row().environment}</Fact>
        <Fact name="Key">
          {row().key.name}
          <Id value={row().key.id} />
        </Fact>
        <Fact name="Request">
          <Id value={row().id} />
        </Fact>
      </dl>
    </Section>
  );
};
