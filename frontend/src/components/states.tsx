import { createContext, type JSX, Show, useContext } from "solid-js";
import { Dynamic } from "solid-js/web";
import { ApiError } from "../api/api-error";
import { Button } from "./button";
import styles from "./states.module.css";

/** The level of a heading here: a page's title is the first, so what stands in a panel is the third. */
const HeadingLevel = createContext<"h2" | "h3">("h2");

/** What is in it stands below a title of the second level. */
export const BelowTitle = (props: { readonly children: JSX.Element }) => (
  <HeadingLevel.Provider value="h3">{props.children}</HeadingLevel.Provider>
);

/** Nothing is there yet: what it would be, and what to do next. */
export const EmptyState = (props: {
  readonly title: string;
  readonly children?: JSX.Element;
  readonly actions?: JSX.Element;
}) => (
  <div class={styles.state}>
    <Dynamic component={useContext(HeadingLevel)} class={styles.title}>
      {props.title}
    </Dynamic>
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
