import type { ProviderUsage } from "../../usage/provider-usage";
import type { FinishReason, TokenLogprob } from "./event";
import type { AssistantPart } from "./part";

/** One of the answers to a request. */
export type NeutralChoice = {
  readonly parts: readonly AssistantPart[];
  readonly finish: FinishReason;
  readonly stopSequence?: string;
  readonly logprobs?: readonly TokenLogprob[];
};

/** A whole answer in no dialect: the same as its events, gathered. */
export type NeutralAnswer = {
  readonly id?: string;
  readonly model?: string;
  readonly choices: readonly NeutralChoice[];
  readonly usage?: ProviderUsage;
  /** What no other dialect has a word for, each named once. */
  readonly unsaid: readonly string[];
};
