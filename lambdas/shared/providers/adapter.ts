import type { ProviderId } from "../../../core/catalog/provider-id";
import type { ChatRequest } from "../../../core/chat/completions/chat-request";
import type { PlainKey } from "../../../core/ports/vault";
import type { TokenBuckets } from "../../../core/usage/token-buckets";
import type { HttpCall } from "../http/upstream";

/** One request on its way to one model. */
export type Outgoing = {
  /** The caller's body, byte for byte, and what it says. */
  readonly text: string;
  readonly request: ChatRequest;
  /** The provider's own name of the model to call. */
  readonly model: string;
  /** The model is a substitute for another: settings the two word differently are reworded. */
  readonly substitute: boolean;
  /** The model thinks before it answers. */
  readonly reasons: boolean;
  readonly key: PlainKey;
};

/** A provider's refusal in its own words, and what may be done about it. */
export type ProviderFailure = {
  readonly code: string | null;
  /** The organization's credit at the provider is spent: trying again there is no use. */
  readonly spentCredit: boolean;
};

/** What one stream event says, as far as the gateway must know. */
export type EventFacts = {
  /** Present on the event that carries the provider's count. */
  readonly tokens?: TokenBuckets;
  /** The event carries nothing but the count: hidden from callers who did not ask for it. */
  readonly onlyUsage: boolean;
  /** Tokens of text, reasoning and tool arguments by estimate, not rounded. */
  readonly outputWeight: number;
  /** It calls tools, or a part of such a call: their answers are to come with the next request. */
  readonly callsTools?: boolean;
  /** How many of the answers (`n`) this event ends. */
  readonly finishes: number;
  /** The stream's end mark. */
  readonly end: boolean;
  readonly failure?: ProviderFailure;
  /** The provider charges other rates than its price list's for text: another tier, or audio. */
  readonly otherRates: boolean;
};

/** A whole answer: its count, or undefined where the body is no answer at all. */
export type AnswerFacts = Pick<EventFacts, "tokens" | "outputWeight" | "otherRates" | "callsTools">;

/** One provider's dialect, all of it pure: who sends owns the network, the clock and the retries. */
export interface ProviderAdapter {
  readonly provider: ProviderId;
  toHttp(outgoing: Outgoing): HttpCall;
  readAnswer(body: string): AnswerFacts | undefined;
  /** Reads one event's data; never throws, as a provider may add what it likes. */
  readEvent(data: string): EventFacts;
  readFailure(body: string): ProviderFailure;
}
