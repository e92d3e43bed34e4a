import { Popover as Base } from "@kobalte/core/popover";
import type { JSX } from "solid-js";
import button from "./button.module.css";
import styles from "./popover.module.css";

/** Opens beside its button; Esc and a click outside close it. */
export const Popover = (props: {
  /** What the button shows. */
  readonly trigger: JSX.Element;
  /** Names the button where it shows a picture alone, and what opens. */
  readonly label: string;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly children: JSX.Element;
}) => (
  <Base
    {...(props.open !== undefined && { open: props.open })}
    {...(props.onOpenChange && { onOpenChange: props.onOpenChange })}
    gutter={6}
    placement="bottom-end"
  >
    <Base.Trigger class={button.button} aria-label={props.label}>
      {props.trigger}
    </Base.Trigger>
    <Base.Portal>
      <Base.Content class={styles.content} aria-label={props.label}>
        {props.children}
      </Base.Content>
    </Base.Portal>
  </Base>
);
