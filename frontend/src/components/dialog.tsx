import { Dialog as Base } from "@kobalte/core/dialog";
import { createRenderEffect, type JSX, Show } from "solid-js";
import styles from "./dialog.module.css";
import { rememberOpener, returnFocus } from "./dialog-focus";

/** Over the page, one at a time: the rest can't be reached until it is closed. */
export const Dialog = (props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: JSX.Element;
  readonly children?: JSX.Element;
  /** Buttons, the one that goes on last. */
  readonly actions?: JSX.Element;
  /** Neither Esc nor a click outside closes it. */
  readonly stays?: boolean;
  readonly wide?: boolean;
}) => {
  const keepOpen = (event: Event) => {
    if (props.stays) event.preventDefault();
  };
  createRenderEffect(() => {
    if (props.open) rememberOpener();
  });
  return (
    <Base open={props.open} onOpenChange={(open) => !open && props.onClose()} modal preventScroll>
      <Base.Portal>
        <Base.Overlay class={styles.veil} />
        <div class={styles.place}>
          <Base.Content
            class={`${styles.dialog} ${props.wide ? styles.wide : ""}`}
            onEscapeKeyDown={keepOpen}
            onInteractOutside={keepOpen}
            onCloseAutoFocus={returnFocus}
          >
            <Base.Title class={styles.title}>{props.title}</Base.Title>
            <Show when={props.description}>
              <Base.Description class="muted">{props.description}</Base.Description>
            </Show>
            <div class={styles.body}>{props.children}</div>
            <div class={styles.actions}>{props.actions}</div>
          </Base.Content>
        </div>
      </Base.Portal>
    </Base>
  );
};
