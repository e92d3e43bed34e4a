import { within } from "../shared/within";
import type { BegunStream, StreamEvent } from "./attempt";
import { type AttemptFailure, toAttemptFailure } from "./attempt-failure";
import { heartbeat } from "./heartbeats";
import type { Renderer } from "./render-events";
import { note, type StreamMeter } from "./stream-meter";

export type RelayOptions = {
  readonly renderer: Renderer;
  /** How many answers the stream holds: `n`. */
  readonly choices: number;
  readonly meter: StreamMeter;
  readonly heartbeatMs: number;
  readonly now: () => number;
  /** Words a failure as the caller's dialect does. */
  readonly errorEvent: (failure: AttemptFailure) => Uint8Array;
  /** Called once, however the relay ends: also where its reader leaves it early. */
  readonly onEnd: () => void;
};

/** How long a stream that has said its last word may stay open. */
const farewellMs = 1_000;

const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const [only, second] = pieces;
  return only && !second ? only : Buffer.concat(pieces);
};

/** Counts a batch of events, and gives the bytes that the caller is to see. */
const take = (batch: readonly StreamEvent[], { meter, now, renderer }: RelayOptions) => {
  for (const { said = [] } of batch) for (const event of said) note(meter, event, now());
  return renderer.render(batch);
};

/**
 * Gives a begun stream on as it comes, and counts what it says; silence is bridged with comments.
 * A stream that ends before its answer is whole ends in an error event, never cleanly.
 */
export const relay = async function* (
  { first, events, deadlines }: BegunStream,
  options: RelayOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { meter, renderer, choices, heartbeatMs, errorEvent, onEnd } = options;
  try {
    let batch: readonly StreamEvent[] | undefined = first;
    while (batch) {
      const kept = take(batch, options);
      if (meter.ended) deadlines.finishWithin(farewellMs);
      if (kept.length > 0) yield joined(kept);
      // The provider's own error was given on: it is the stream's last word.
      if (meter.failure) return;
      const next = events.next();
      let step = await within(next, heartbeatMs);
      while (!step) {
        yield heartbeat;
        step = await within(next, heartbeatMs);
      }
      batch = step.done ? undefined : step.value;
    }
    if (meter.ended) return;
    if (meter.finishes < choices) throw new Error("the stream ended before its answer was whole");
    const closing = renderer.close();
    if (closing) yield closing;
  } catch (error) {
    if (meter.ended) return;
    meter.failure = toAttemptFailure(error);
    if (meter.failure.outcome !== "cancelled") yield errorEvent(meter.failure);
  } finally {
    onEnd();
  }
};
