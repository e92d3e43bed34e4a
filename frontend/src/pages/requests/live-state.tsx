import { Match, Show, Switch } from "solid-js";
import { Button } from "../../components/button";
import { formatPlural } from "../../format/count";
import styles from "./strip.module.css";

/** "12 new requests: show", as long as somebody reads; it stands where nothing has to move for it. */
export const LiveState = (props: {
  readonly live: boolean;
  readonly reading: boolean;
  readonly failed: boolean;
  /** How many wait to be shown. */
  readonly waiting: number;
  /** There are more than those. */
  readonly missed: boolean;
  readonly onShow: () => void;
}) => {
  const count = () =>
    props.missed ? "Many new requests" : formatPlural(props.waiting, "new request");
  const waits = () => props.waiting > 0 || props.missed;
  return (
    <div class={styles.live}>
      <span class="muted" role="status">
        <Switch>
          <Match when={!props.live && !waits()}>Not live</Match>
          <Match when={props.failed}>No answer; trying again</Match>
          <Match when={props.reading}>Paused while you read</Match>
          <Match when={props.live && !waits()}>New requests appear at the top</Match>
        </Switch>
      </span>
      <Show when={waits()}>
        <Button class={styles.pill ?? ""} onClick={() => props.onShow()}>
          {count()}: show
        </Button>
      </Show>
    </div>
  );
};
