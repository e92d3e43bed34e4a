import type { TokenBuckets } from "../../core/usage/token-buckets";
import type { ProviderFailure } from "../shared/providers/adapter";
import type { BegunStream } from "./attempt";
import { AttemptFailure, toAttemptFailure } from "./attempt-failure";

/** What a stream has said so far. */
export type StreamMeter = {
  tokens: TokenBuckets | undefined;
  /** Characters of text, reasoning and tool arguments that came. */
  outputText: number;
  firstTokenAt: number | undefined;
  /** Why it broke off; absent while all is well. */
  failure: AttemptFailure | undefined;
};

export const newMeter = (): StreamMeter => ({
  tokens: undefined,
  outputText: 0,
  firstTokenAt: undefined,
  failure: undefined,
});

/** How long a stream that has said its last word may stay open. */
const farewellMs = 1_000;
const endMark = Buffer.from("data: [DONE]\n\n");

const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const [only, second] = pieces;
  return only && !second ? only : Buffer.concat(pieces);
};

/** The provider says in the stream itself that it can't go on. */
const brokenOff = ({ code }: ProviderFailure): AttemptFailure =>
  new AttemptFailure("interrupted", code ?? "error_in_stream", "none", true);

/**
 * Passes a begun stream on, byte for byte, and counts what it says. Only the event that carries
 * nothing but the count is left out for a caller who did not ask for it. A stream that ends before
 * its answer is whole ends in an error event, never cleanly.
 *
 * @param errorEvent - words a failure as the caller's dialect does.
 */
export const relay = async function* (
  { events, deadlines }: BegunStream,
  options: {
    readonly showUsage: boolean;
    readonly meter: StreamMeter;
    readonly now: () => number;
    readonly errorEvent: (failure: AttemptFailure) => Uint8Array;
  },
): AsyncGenerator<Uint8Array, void, undefined> {
  const { meter, showUsage, now, errorEvent } = options;
  let finished = false;
  let ended = false;
  try {
    for await (const batch of events) {
      const kept: Uint8Array[] = [];
      for (const { bytes, facts } of batch) {
        if (facts.tokens) meter.tokens = facts.tokens;
        meter.outputText += facts.outputText;
        if (facts.outputText > 0) meter.firstTokenAt ??= now();
        finished ||= facts.finished;
        if (!facts.onlyUsage || showUsage) kept.push(bytes);
        if (facts.failure) meter.failure = brokenOff(facts.failure);
        if (facts.end) {
          ended = true;
          deadlines.finishWithin(farewellMs);
        }
      }
      if (kept.length > 0) yield joined(kept);
      // The provider's own error event was passed on: it is the stream's last word.
      if (meter.failure) return;
    }
    if (finished && !ended) yield endMark;
    if (!finished) throw new Error("the stream ended before its answer was whole");
  } catch (error) {
    if (ended) return;
    meter.failure = toAttemptFailure(error);
    if (meter.failure.outcome !== "cancelled") yield errorEvent(meter.failure);
  }
};
