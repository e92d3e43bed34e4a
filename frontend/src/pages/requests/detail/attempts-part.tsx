import { For, Show } from "solid-js";
import { formatDuration } from "../../../format/duration";
import { type Attempt, attemptBar, attemptWords, wholeTime } from "./attempt-words";
import styles from "./detail.module.css";
import type { RequestDetail } from "./detail-parts";
import { Section } from "./section";

const Waterfall = (props: { readonly attempt: Attempt; readonly totalMs: number }) => {
  const bar = () => attemptBar(props.attempt, props.totalMs);
  return (
    <div class={styles.lane} aria-hidden="true">
      <div
        class={`${styles.bar} ${props.attempt.outcome === "answered" ? styles.answered : styles.failed}`}
        style={{
          "inset-inline-start": `${bar().start}%`,
          "inline-size": `${Math.max(0.5, bar().length)}%`,
        }}
      >
        <Show when={bar().firstToken}>
          {(at) => <div class={styles.token} style={{ "inset-inline-start": `${at()}%` }} />}
        </Show>
      </div>
    </div>
  );
};

/** Every provider that was asked, one after the other: how it ended and when it first spoke. */
export const AttemptsPart = (props: { readonly detail: RequestDetail }) => {
  const total = () => wholeTime(props.detail.attempts, props.detail.row.latencyMs);
  return (
    <Section title="Attempts">
      <Show
        when={props.detail.attempts.length > 0}
        fallback={<p class="muted">No provider was asked.</p>}
      >
        <ol class={styles.attempts}>
          <For each={props.detail.attempts}>
            {(attempt) => (
              <li>
                <div class={styles.attempt}>
                  <strong>{attempt.offer}</strong>
                  <span>{attemptWords(attempt)}</span>
                  <span class={styles.took}>{formatDuration(attempt.durationMs)}</span>
                </div>
                <Waterfall attempt={attempt} totalMs={total()} />
                <div class={styles.times}>
                  <span>from {formatDuration(attempt.startedMs)}</span>
                  <Show when={attempt.firstTokenMs} keyed>
                    {(at) => <span>first token after {formatDuration(at)}</span>}
                  </Show>
                </div>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </Section>
  );
};
