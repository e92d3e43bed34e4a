import type { TokenBuckets } from "../../core/usage/token-buckets";
import type { EventFacts } from "../shared/providers/adapter";
import { AttemptFailure } from "./attempt-failure";

/** What a stream has said so far. */
export type StreamMeter = {
  tokens: TokenBuckets | undefined;
  /** Tokens of text, reasoning and tool arguments that came, by estimate. */
  outputWeight: number;
  otherRates: boolean;
  callsTools: boolean;
  firstTokenAt: number | undefined;
  /** How many of the answers (`n`) are whole. */
  finishes: number;
  /** The stream's end mark came: whatever happens then, the answer was whole. */
  ended: boolean;
  /** Why it broke off; absent while all is well. */
  failure: AttemptFailure | undefined;
};

export const newMeter = (): StreamMeter => ({
  tokens: undefined,
  outputWeight: 0,
  otherRates: false,
  callsTools: false,
  firstTokenAt: undefined,
  finishes: 0,
  ended: false,
  failure: undefined,
});

/** Adds what one event says. */
export const note = (meter: StreamMeter, facts: EventFacts, now: number): void => {
  if (facts.tokens) meter.tokens = facts.tokens;
  meter.outputWeight += facts.outputWeight;
  meter.otherRates ||= facts.otherRates;
  meter.callsTools ||= facts.callsTools === true;
  if (facts.outputWeight > 0) meter.firstTokenAt ??= now;
  meter.finishes += facts.finishes;
  meter.ended ||= facts.end;
  if (!facts.failure) return;
  // The provider says in the stream itself that it can't go on.
  const code = facts.failure.code ?? "error_in_stream";
  meter.failure = new AttemptFailure("interrupted", code, "none", true);
};
