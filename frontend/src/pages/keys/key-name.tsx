import { Show } from "solid-js";
import type { KeyAnswer } from "../../../../core/contract/keys";
import { Badge } from "../../components/badge";
import { TimeText } from "../../components/time-text";
import styles from "./keys.module.css";

/** A key's name, and where it is not live, what became of it. */
export const KeyName = (props: { readonly key: KeyAnswer }) => (
  <span class={styles.name}>
    <span>{props.key.name}</span>
    <Show when={props.key.status === "expired"}>
      <Badge tone="warning">Expired</Badge>
    </Show>
    <Show when={props.key.status === "revoked"}>
      <Badge tone="danger">
        Revoked <Show when={props.key.revokedAt}>{(at) => <TimeText at={at()} look="date" />}</Show>
      </Badge>
    </Show>
  </span>
);
