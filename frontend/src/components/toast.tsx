import { Toast, toaster } from "@kobalte/core/toast";
import { Show } from "solid-js";
import { Button } from "./button";
import styles from "./toast.module.css";

type Undo = { readonly label?: string; readonly run: () => unknown };

/** Says that something was done, with a way back where there is one. */
export const say = (message: string, undo?: Undo): void => {
  toaster.show((props) => (
    <Toast as="div" toastId={props.toastId} class={styles.toast} duration={undo ? 10_000 : 5_000}>
      <Toast.Description class={styles.words}>{message}</Toast.Description>
      <Show when={undo}>
        {(way) => (
          <Button
            onClick={() => {
              toaster.dismiss(props.toastId);
              void way().run();
            }}
          >
            {way().label ?? "Undo"}
          </Button>
        )}
      </Show>
    </Toast>
  ));
};

/** Where such messages stand: each a status of its own, so no list. */
export const ToastRegion = () => (
  <Toast.Region limit={3} pauseOnInteraction>
    <Toast.List as="div" class={styles.region} />
  </Toast.Region>
);
