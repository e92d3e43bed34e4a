import { type BeforeLeaveEventArgs, useBeforeLeave } from "@solidjs/router";
import { createSignal, onCleanup, onMount } from "solid-js";

/**
 * Keeps whoever looks from leaving by accident what can't be seen again: a link, Back, a reload and
 * the tab's end. For as long as the component lives that calls it.
 */
export const useLeaveWarning = () => {
  const [wanted, setWanted] = createSignal<BeforeLeaveEventArgs>();
  useBeforeLeave((event) => {
    event.preventDefault();
    setWanted(event);
  });
  const warn = (event: BeforeUnloadEvent) => event.preventDefault();
  onMount(() => addEventListener("beforeunload", warn));
  onCleanup(() => removeEventListener("beforeunload", warn));
  return {
    /** Somebody wanted to go, and was held back. */
    held: () => wanted() !== undefined,
    stay: () => setWanted(undefined),
    leave: () => wanted()?.retry(true),
  };
};
