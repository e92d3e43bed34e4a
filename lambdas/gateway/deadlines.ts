import type { Timeouts } from "./deps";

/** Why a call to a provider was broken off by us. */
export type Interruption = "client-left" | "first-token" | "silence" | "total";

export class InterruptedError extends Error {
  override readonly name = "InterruptedError";
  readonly why: Interruption;
  constructor(why: Interruption) {
    super(`the call was broken off: ${why}`);
    this.why = why;
  }
}

export type Deadlines = {
  /** Aborts with an `InterruptedError`. */
  readonly signal: AbortSignal;
  /** Bytes came: from now on the silence between two pieces counts. */
  heard(): void;
  /** Nothing more is owed: from now on wait this long at most. */
  finishWithin(delayMs: number): void;
  stop(): void;
  /** Stops, and closes the connection if it is still open: nobody will read on. */
  abandon(): void;
};

/**
 * A whole JSON answer comes at once, when its last token is there: it may take this many times as
 * long to its first byte as a stream to its first token.
 */
const patienceForJson = 4;

/** One for all: making an error costs more than all else that a deadline does. */
const abandoned = new InterruptedError("client-left");

/** Watches one call: the client's leaving, the wait for the first token, silence, the total. */
export const watchDeadlines = (
  timeouts: Timeouts,
  clientSignal: AbortSignal,
  options: { readonly totalLeftMs: number; readonly streamed: boolean },
): Deadlines => {
  const controller = new AbortController();
  const interrupt = (why: Interruption) => controller.abort(new InterruptedError(why));
  const leave = () => interrupt("client-left");
  if (clientSignal.aborted) leave();
  clientSignal.addEventListener("abort", leave, { once: true });

  const total = setTimeout(interrupt, Math.max(0, options.totalLeftMs), "total");
  const patience = options.streamed ? 1 : patienceForJson;
  let wait = setTimeout(interrupt, timeouts.firstTokenMs * patience, "first-token");
  let begun = false;
  const waitFor = (delayMs: number) => {
    clearTimeout(wait);
    wait = setTimeout(interrupt, delayMs, "silence");
  };

  const stop = () => {
    clearTimeout(total);
    clearTimeout(wait);
    clientSignal.removeEventListener("abort", leave);
  };

  return {
    signal: controller.signal,
    heard() {
      if (begun) wait.refresh();
      else waitFor(timeouts.silenceMs);
      begun = true;
    },
    finishWithin: waitFor,
    stop,
    abandon() {
      stop();
      controller.abort(abandoned);
    },
  };
};
