import { createSignal, onCleanup } from "solid-js";

/** Whether a media query holds, now and whenever that changes. */
export const useMedia = (query: string): (() => boolean) => {
  const list = matchMedia(query);
  const [holds, setHolds] = createSignal(list.matches);
  const look = () => setHolds(list.matches);
  list.addEventListener("change", look);
  onCleanup(() => list.removeEventListener("change", look));
  return holds;
};
