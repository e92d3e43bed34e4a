/** What had the focus before a dialog took it; it stays known where one dialog follows another. */
let opener: HTMLElement | undefined;

/** To be called as a dialog opens, before it takes the focus. */
export const rememberOpener = (): void => {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return;
  if (!focused.closest('[role="dialog"]')) opener = focused;
};

/**
 * Gives the focus back as a dialog closes, so that the keyboard goes on where it was. Without this it
 * would start at the top of the document. Where the opener is gone (a row that was removed), the
 * page's content has it.
 */
export const returnFocus = (event: Event): void => {
  event.preventDefault();
  // Another dialog follows, and has taken it.
  if (document.querySelector('[role="dialog"]')) return;
  const next = opener?.isConnected ? opener : document.getElementById("content");
  next?.focus({ preventScroll: true });
  opener = undefined;
};
