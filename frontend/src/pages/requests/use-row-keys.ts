import { createSignal, onCleanup } from "solid-js";
import type { Row } from "./merge-rows";

type RowKeysOptions = {
  readonly rows: () => readonly Row[];
  /** The part that holds the rows that are drawn. */
  readonly area: () => HTMLElement | undefined;
  /** Brings a row into sight, so that it is drawn. */
  readonly scrollTo: (index: number) => void;
  /** The request whose panel is open. */
  readonly opened: () => string | undefined;
  readonly open: (id: string, how: { readonly replace: boolean }) => void;
  readonly close: () => void;
};

/** How far a key goes, from the row that one is at. */
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  j: 1,
  J: 1,
  ArrowUp: -1,
  k: -1,
  K: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

const isTyping = (target: Element): boolean =>
  target.closest("input, textarea, select, [contenteditable]") !== null;

/** Something lies over the page, and takes the keys. */
const isCovered = (): boolean => document.querySelector('[role="dialog"], [role="menu"]') !== null;

const rowOf = (element: Element | null): HTMLElement | null =>
  element?.closest<HTMLElement>("[data-request]") ?? null;

/** Left and right: from a row into its values and back. */
const moveInRow = (row: HTMLElement, forward: boolean): void => {
  const stops = [row, ...row.querySelectorAll("button")];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops[Math.max(0, Math.min(stops.length - 1, at + (forward ? 1 : -1)))]?.focus();
};

/** The keyboard's way through the rows: arrows, J and K move, Enter opens, Esc closes. */
export const useRowKeys = (options: RowKeysOptions) => {
  const { rows, area, scrollTo, opened, open, close } = options;
  const [active, setActive] = createSignal<string>();

  const focusRow = (id: string) => {
    setActive(id);
    const index = rows().findIndex((row) => row.id === id);
    if (index >= 0) scrollTo(index);
    // Drawn by the next frame, where it was out of sight.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        area()
          ?.querySelector<HTMLElement>(`[data-request="${CSS.escape(id)}"]`)
          ?.focus({ preventScroll: true }),
      ),
    );
  };
  const move = (by: number, focused: HTMLElement | null) => {
    const from = focused?.dataset.request ?? opened() ?? active();
    const index = rows().findIndex(({ id }) => id === from);
    const wanted = index < 0 ? 0 : index + by;
    const at = Math.max(0, Math.min(rows().length - 1, wanted));
    const row = rows()[at];
    if (!row) return;
    if (opened() !== undefined) open(row.id, { replace: true });
    if (opened() === undefined || focused) focusRow(row.id);
    else {
      setActive(row.id);
      scrollTo(at);
    }
  };
  const leave = (focused: HTMLElement | null) => {
    const request = opened();
    if (request !== undefined) {
      close();
      focusRow(request);
    } else if (focused) (document.activeElement as HTMLElement).blur();
  };
  const onKey = (event: KeyboardEvent) => {
    const target = event.target as Element;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(target) || isCovered()) return;
    const focused = area()?.contains(target) ? rowOf(target) : null;
    const { key } = event;
    const step = steps[key];
    if (step !== undefined && (focused || key.length === 1)) move(step, focused);
    else if (focused && (key === "ArrowRight" || key === "ArrowLeft")) {
      moveInRow(focused, key === "ArrowRight");
    } else if (key === "Enter" && target === focused) {
      open(focused.dataset.request ?? "", { replace: false });
    } else if (key === "Escape") leave(focused);
    else return;
    event.preventDefault();
  };
  document.addEventListener("keydown", onKey);
  onCleanup(() => document.removeEventListener("keydown", onKey));
  return { active, setActive, focusRow };
};
