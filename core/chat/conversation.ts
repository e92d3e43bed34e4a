import type { Tokens } from "../money/amounts";

export type Role = "system" | "user" | "assistant" | "tool";

/** One message's readable text; images, files and audio are counted in `needs`, not kept. */
export type Turn = { readonly role: Role; readonly text: string };

/** What a model must be able to do to answer the request at all. */
export type RequestNeeds = {
  readonly tools: boolean;
  readonly image: boolean;
  readonly audioIn: boolean;
  readonly audioOut: boolean;
  readonly pdf: boolean;
  /** `response_format: json_schema` or its like. */
  readonly jsonSchema: boolean;
  /** The caller asked for reasoning by name (an effort or a budget). */
  readonly reasoning: boolean;
  readonly logprobs: boolean;
  /** The caller set a temperature that is not the provider's default. */
  readonly temperature: boolean;
  readonly stop: boolean;
  /** How many answers: `n`. */
  readonly choices: number;
  /**
   * Fields of the request that are not known to mean the same at every provider of its dialect.
   * With any, only the provider of the model asked for can take the request faithfully.
   */
  readonly unportableFields: readonly string[];
};

/** A request of any dialect, as the router sees it: text to judge, needs to meet, size to price. */
export type Conversation = {
  readonly turns: readonly Turn[];
  readonly needs: RequestNeeds;
  /** Names and descriptions of the tools offered, as one text. */
  readonly toolText: string;
  /** A tool was called or answered within the conversation. */
  readonly hasToolHistory: boolean;
  /** The caller's own ceiling on output, reasoning included. */
  readonly maxOutputTokens?: Tokens;
  /** The caller marked what is to be cached (`cache_control`), and for how long at least. */
  readonly cacheAsked?: "5m" | "1h";
  /** An estimate of the input, images and tool definitions included. */
  readonly estimatedInputTokens: Tokens;
};
