import { createUniqueId, type JSX, Match, Show, Switch } from "solid-js";
import type { Asked } from "../api/use-operation";
import { Button } from "./button";
import { Notice } from "./notice";
import styles from "./panel.module.css";
import { BelowTitle, ErrorState, failureText } from "./states";

/** A titled part of a page. */
export const Panel = (props: {
  readonly title: string;
  readonly description?: JSX.Element;
  readonly actions?: JSX.Element;
  /** No space around what is in it: for tables. */
  readonly flush?: boolean;
  readonly children: JSX.Element;
}) => {
  const id = createUniqueId();
  return (
    <section class={styles.panel} aria-labelledby={id}>
      <div class={styles.head}>
        <h2 id={id}>{props.title}</h2>
        <div class={styles.actions}>{props.actions}</div>
        <Show when={props.description}>
          <p class={styles.description}>{props.description}</p>
        </Show>
      </div>
      <div class={`${styles.body} ${props.flush ? styles.flush : ""}`}>
        <BelowTitle>{props.children}</BelowTitle>
      </div>
    </section>
  );
};

/**
 * What was asked for, in whichever state it is: a skeleton of its final size, the answer (paler
 * while it answers an earlier question), the failure with a way to try again. A failed refresh keeps
 * what was read.
 */
export const Answered = <Answer,>(props: {
  /** "spend", "requests": as in "Couldn't load spend". */
  readonly what: string;
  readonly asked: Asked<Answer>;
  readonly skeleton: JSX.Element;
  readonly children: (answer: () => NonNullable<Answer>) => JSX.Element;
}) => (
  <Switch
    fallback={
      <div aria-busy="true">
        <span class="visually-hidden" role="status">
          Loading…
        </span>
        {props.skeleton}
      </div>
    }
  >
    <Match when={props.asked.data}>
      {(answer) => (
        <>
          <Show when={props.asked.error}>
            {(error) => (
              <div class={styles.failed}>
                <Notice
                  tone="danger"
                  actions={<Button onClick={() => props.asked.refetch()}>Retry</Button>}
                >
                  {failureText(props.what, error())} Shown is what was there before.
                </Notice>
              </div>
            )}
          </Show>
          <div class={props.asked.isStale ? styles.old : undefined} aria-busy={props.asked.isStale}>
            {props.children(answer)}
          </div>
        </>
      )}
    </Match>
    <Match when={props.asked.error}>
      {(error) => (
        <ErrorState what={props.what} error={error()} onRetry={() => props.asked.refetch()} />
      )}
    </Match>
  </Switch>
);
