import { createSignal } from "solid-js";

/** Bars from one to another, both included. */
export type Stretch = { readonly first: number; readonly last: number };

type Handlers = {
  /** The bar under a place; CSS pixels from the chart's left edge. */
  readonly barAt: (x: number) => number | undefined;
  readonly onStretch: (stretch: Stretch) => void;
  readonly onClick: (bar: number, event: PointerEvent) => void;
};

/** Below this a press is a click. */
const leastDragPx = 6;

/** Follows a pointer over bars: one is pointed at, several are dragged over, one is clicked. */
export const useDrag = ({ barAt, onStretch, onClick }: Handlers) => {
  const [pointed, setPointed] = createSignal<{ readonly bar: number; readonly x: number }>();
  const [dragged, setDragged] = createSignal<Stretch>();
  let start: { readonly x: number; readonly bar: number } | undefined;

  const placeOf = (event: PointerEvent) => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const x = event.clientX - box.left;
    return { x, bar: barAt(x) };
  };
  const stretchTo = (bar: number): Stretch | undefined =>
    start && { first: Math.min(start.bar, bar), last: Math.max(start.bar, bar) };
  const isDrag = (x: number): boolean =>
    start !== undefined && Math.abs(x - start.x) >= leastDragPx;

  const forget = () => {
    start = undefined;
    setDragged(undefined);
  };
  return {
    pointed,
    dragged,
    onPointerDown(event: PointerEvent) {
      const { x, bar } = placeOf(event);
      if (event.button !== 0 || bar === undefined) return;
      start = { x, bar };
      // A finger that moves scrolls the page.
      if (event.pointerType !== "touch") {
        (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
      }
    },
    onPointerMove(event: PointerEvent) {
      const { x, bar } = placeOf(event);
      setPointed(bar === undefined ? undefined : { bar, x });
      if (bar !== undefined && isDrag(x)) setDragged(stretchTo(bar));
    },
    onPointerUp(event: PointerEvent) {
      const { x, bar } = placeOf(event);
      const stretch = isDrag(x) ? (bar === undefined ? dragged() : stretchTo(bar)) : undefined;
      const wasPressed = start !== undefined;
      forget();
      if (stretch) onStretch(stretch);
      else if (wasPressed && bar !== undefined) onClick(bar, event);
    },
    onPointerCancel: forget,
    onPointerLeave: () => setPointed(undefined),
  };
};
