import type { JsonSchema } from "../answer-format";
import type { AssistantPart, CacheMark, TextPart, ToolResultPart, UserPart } from "./part";

/**
 * A conversation's messages in order. Neighbours may be of one role. All results that follow each
 * other stand in one `tool` message, wherever the caller's dialect put them.
 */
export type NeutralMessage =
  | {
      readonly role: "system";
      /** OpenAI's `developer`: the same authority, worded for reasoning models. */
      readonly developer?: true;
      readonly parts: readonly TextPart[];
    }
  | { readonly role: "user"; readonly name?: string; readonly parts: readonly UserPart[] }
  | { readonly role: "assistant"; readonly name?: string; readonly parts: readonly AssistantPart[] }
  | { readonly role: "tool"; readonly parts: readonly ToolResultPart[] };

/** A function that the model may call. */
export type NeutralTool = {
  readonly name: string;
  readonly description?: string;
  /** Absent: it takes nothing. */
  readonly schema?: JsonSchema;
  readonly strict?: boolean;
  readonly cache?: CacheMark;
};

export type ToolChoice =
  | { readonly kind: "auto" | "none" | "any" }
  | { readonly kind: "tool"; readonly name: string };

export const efforts = ["none", "minimal", "low", "medium", "high", "xhigh", "max"] as const;
export type Effort = (typeof efforts)[number];

/** How much the model is to think; all absent: as it likes. */
export type Reasoning = {
  /** `none`: it is not to think at all. */
  readonly effort?: Effort;
  /** At most so many tokens of thinking. */
  readonly budgetTokens?: number;
  /** It decides by itself how much, within `effort` (Anthropic's adaptive thinking). */
  readonly adaptive?: true;
  /** The caller wants to read it, or a summary of it. */
  readonly shown?: true;
};

export type AnswerShape =
  | { readonly kind: "json" }
  | {
      readonly kind: "schema";
      readonly name?: string;
      readonly description?: string;
      readonly schema: JsonSchema;
      readonly strict?: boolean;
    };

/**
 * A request in no dialect: what every two dialects can say to each other. An absent field was not
 * said, and is then the provider's to decide.
 */
export type NeutralRequest = {
  readonly messages: readonly NeutralMessage[];
  readonly tools: readonly NeutralTool[];
  readonly toolChoice?: ToolChoice;
  /** False: at most one call an answer. */
  readonly parallelToolCalls?: boolean;
  /** Reasoning included. */
  readonly maxOutputTokens?: number;
  readonly temperature?: number;
  readonly topP?: number;
  readonly topK?: number;
  readonly frequencyPenalty?: number;
  readonly presencePenalty?: number;
  readonly seed?: number;
  readonly stop: readonly string[];
  /** How many answers: `n`. */
  readonly choices: number;
  /** Log-probabilities, with so many alternatives of each token. */
  readonly logprobs?: { readonly top: number };
  readonly reasoning?: Reasoning;
  /** Absent: text. */
  readonly shape?: AnswerShape;
  /** OpenAI's `verbosity`. */
  readonly verbosity?: string;
  /** The end user, as the caller knows them. */
  readonly user?: string;
  readonly stream: boolean;
  /**
   * Paths of the fields that can't be said in any other dialect, such as `tools[2]` (a search that
   * the provider runs itself). With any, only a provider of the caller's own dialect can take it.
   */
  readonly bound: readonly string[];
};
