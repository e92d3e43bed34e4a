import type { ProviderUsage } from "../../usage/provider-usage";
import type { Seal } from "./part";

/**
 * Why an answer ended. `stop`: the model was done; `context`: the window was full; `pause`: a
 * provider's own tool loop wants to be resumed; `error`: what it wrote could not be used.
 */
export const finishReasons = [
  "stop",
  "stop-sequence",
  "length",
  "context",
  "tool-calls",
  "content-filter",
  "refusal",
  "pause",
  "error",
] as const;
export type FinishReason = (typeof finishReasons)[number];

/** One token and how probable it was, as OpenAI writes it. */
export type TokenLogprob = {
  readonly token: string;
  readonly logprob: number;
  readonly bytes?: readonly number[] | null;
  readonly top_logprobs?: readonly Omit<TokenLogprob, "top_logprobs">[];
};

/**
 * Where a piece belongs: the answer it is of (`n`), and that answer's part. Parts are numbered from 0
 * in the order in which they begin; a number that is new begins a part.
 */
type Place = { readonly choice: number; readonly part: number };

/** One thing that an answer says as it comes, in no dialect. */
export type NeutralEvent =
  | { readonly kind: "start"; readonly id?: string; readonly model?: string }
  | (Place & {
      readonly kind: "text";
      readonly text: string;
      readonly logprobs?: readonly TokenLogprob[];
    })
  | (Place & {
      readonly kind: "reasoning";
      readonly text: string;
      readonly seal?: Seal;
      readonly redacted?: true;
    })
  | (Place & { readonly kind: "refusal"; readonly text: string })
  /** A call begins: its arguments follow, piece by piece. */
  | (Place & {
      readonly kind: "tool-call";
      readonly id: string;
      readonly name: string;
      readonly seal?: Seal;
    })
  | (Place & { readonly kind: "arguments"; readonly text: string })
  | {
      readonly kind: "finish";
      readonly choice: number;
      readonly reason: FinishReason;
      readonly stopSequence?: string;
    }
  /** What was used so far, each time the whole count: the last one holds. */
  | {
      readonly kind: "usage";
      readonly usage: ProviderUsage;
      /** The event carries nothing else: hidden from callers who did not ask for it. */
      readonly alone?: true;
      /** The output is still to be counted, as at the beginning of Anthropic's streams. */
      readonly partial?: true;
    }
  /** The provider says that it can't go on. */
  | {
      readonly kind: "failure";
      readonly code: string | null;
      readonly message: string;
      readonly spentCredit: boolean;
    }
  /** A part that no other dialect has a word for, such as the hits of a provider's own search. */
  | { readonly kind: "unsaid"; readonly what: string }
  /** The stream's end mark. */
  | { readonly kind: "end" };
