import { createEffect, createSignal, onCleanup } from "solid-js";

/** Whether a selection is more than a caret, and touches the table. */
const selectsIn = (element: HTMLElement): boolean => {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(element, true);
};

/**
 * Whether somebody reads the table: it is scrolled, or something of it has the focus or is
 * selected. @param element - the part that scrolls.
 */
export const useReading = (element: () => HTMLElement | undefined) => {
  const [scrolled, setScrolled] = createSignal(false);
  const [focused, setFocused] = createSignal(false);
  const [selected, setSelected] = createSignal(false);
  createEffect(() => {
    const part = element();
    if (!part) return;
    const leaving = new AbortController();
    const { signal } = leaving;
    const look = () => setFocused(part.contains(document.activeElement));
    const onScroll = () => {
      setScrolled(part.scrollTop > 0);
      // A row that had the focus is gone once it is scrolled away.
      look();
    };
    part.addEventListener("scroll", onScroll, { signal });
    part.addEventListener("focusin", look, { signal });
    // What is focused next is known only after the event.
    part.addEventListener("focusout", () => queueMicrotask(look), { signal });
    document.addEventListener("selectionchange", () => setSelected(selectsIn(part)), { signal });
    onCleanup(() => leaving.abort());
  });
  return () => scrolled() || focused() || selected();
};
