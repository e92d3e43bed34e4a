import { Tooltip } from "@kobalte/core/tooltip";
import Info from "lucide-solid/icons/info";
import styles from "./figures.module.css";

/** How a figure is counted, on hover and focus. */
export const Hint = (props: { readonly label: string; readonly text: string }) => (
  <Tooltip openDelay={150} closeDelay={80} gutter={6}>
    <Tooltip.Trigger class={styles.hint} type="button" aria-label={props.label}>
      <Info size={14} aria-hidden="true" />
    </Tooltip.Trigger>
    <Tooltip.Portal>
      <Tooltip.Content class={styles.hintText}>{props.text}</Tooltip.Content>
    </Tooltip.Portal>
  </Tooltip>
);
