import { type JSX, Show } from "solid-js";
import { ApiError } from "../api/api-error";
import { Button } from "./button";
import styles from "./states.module.css";

/** Nothing is there yet: what it would be, and what to do next. */
export const EmptyState = (props: {
  readonly title: string;
  readonly children?: JSX.Element;
  readonly actions?: JSX.Element;
}) => (
  <div class={styles.state}>
    <h3>{props.title}</h3>
    <Show when={props.children}>
      <p class={styles.words}>{props.children}</p>
    </Show>
    <div class={styles.actions}>{props.actions}</div>
  </div>
);

/** Something is there, and filters hide it. */
export const NoMatch = (props: { readonly onClear: () => void }) => (
  <EmptyState
    title="Nothing matches these filters."
    actions={<Button onClick={() => props.onClear()}>Clear filters</Button>}
  />
);

/** "Couldn't load spend: no answer." */
export const failureText = (what: string, error: Error): string => {
  const reason = error instanceof ApiError ? error.message : "this page failed";
  return `Couldn't load ${what}: ${reason.replace(/\.$/, "")}.`;
};

/** It was asked for, and did not come. @param what - "spend", "requests" */
export const ErrorState = (props: {
  readonly what: string;
  readonly error: Error;
  readonly onRetry: () => void;
}) => (
  <div class={styles.state} role="alert">
    <p class={styles.words}>{failureText(props.what, props.error)}</p>
    <Button onClick={() => props.onRetry()}>Retry</Button>
  </div>
);
