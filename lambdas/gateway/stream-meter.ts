import { tokenWeight } from "../../core/chat/estimate-tokens";
import type { NeutralEvent } from "../../core/chat/neutral/event";
import type { ProviderUsage } from "../../core/usage/provider-usage";
import { AttemptFailure } from "./attempt-failure";

/** What a stream has said so far. */
export type StreamMeter = {
  usage: ProviderUsage | undefined;
  /** Of the usage only the input is counted so far. */
  partial: boolean;
  /** Tokens of text, reasoning and tool arguments that came, by estimate, not rounded. */
  outputWeight: number;
  /** The same, to be counted where the provider does not. */
  readonly said: string[];
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
  usage: undefined,
  partial: false,
  outputWeight: 0,
  said: [],
  callsTools: false,
  firstTokenAt: undefined,
  finishes: 0,
  ended: false,
  failure: undefined,
});

const addOutput = (meter: StreamMeter, text: string, now: number): void => {
  if (text === "") return;
  meter.outputWeight += tokenWeight(text);
  meter.said.push(text);
  meter.firstTokenAt ??= now;
};

/** Adds what one event says. */
export const note = (meter: StreamMeter, event: NeutralEvent, now: number): void => {
  switch (event.kind) {
    case "text":
    case "reasoning":
    case "refusal":
    case "arguments":
      addOutput(meter, event.text, now);
      return;
    case "tool-call":
      meter.callsTools = true;
      addOutput(meter, event.name, now);
      return;
    case "usage":
      meter.usage = event.usage;
      meter.partial = event.partial === true;
      return;
    case "finish":
      meter.finishes += 1;
      return;
    case "end":
      meter.ended = true;
      return;
    case "failure":
      // The provider says in the stream itself that it can't go on.
      meter.failure = new AttemptFailure(
        "interrupted",
        event.code ?? "error_in_stream",
        "none",
        true,
      );
      return;
    default:
  }
};
