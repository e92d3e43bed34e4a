import type { Dialect } from "../dialect";

/** What lies behind a part: bytes that came with the request, or an address the provider fetches. */
export type Media =
  | { readonly kind: "data"; readonly mediaType: string; readonly base64: string }
  | { readonly kind: "url"; readonly url: string; readonly mediaType?: string };

/** The prompt up to here is to be cached, for so long. */
export type CacheMark = "5m" | "1h";

type Markable = { readonly cache?: CacheMark };

export type TextPart = Markable & { readonly kind: "text"; readonly text: string };

export type ImagePart = Markable & {
  readonly kind: "image";
  readonly media: Media;
  /** How closely it is to be looked at; absent: as the model likes. */
  readonly detail?: "low" | "high";
};

/** A PDF, or a plain text given as a file. */
export type DocumentPart = Markable & {
  readonly kind: "document";
  readonly media: Media;
  readonly name?: string;
};

export type AudioPart = {
  readonly kind: "audio";
  readonly base64: string;
  readonly format: string;
};

/**
 * What a provider hands out to be handed back unread: a signature, or encrypted reasoning. It means
 * nothing in any dialect but its own, and is left out elsewhere.
 */
export type Seal = { readonly dialect: Dialect; readonly value: string };

/** What the model thought. One that is redacted has a seal and no text. */
export type ReasoningPart = {
  readonly kind: "reasoning";
  readonly text: string;
  readonly seal?: Seal;
  readonly redacted?: true;
};

export type ToolCallPart = Markable & {
  readonly kind: "tool-call";
  readonly id: string;
  readonly name: string;
  /** JSON as the model wrote it: also where it wrote it badly. */
  readonly arguments: string;
  /** Gemini signs the calls of its thinking models. */
  readonly seal?: Seal;
};

export type ToolResultPart = Markable & {
  readonly kind: "tool-result";
  /** Of the call that it answers. */
  readonly id: string;
  readonly content: readonly (TextPart | ImagePart | DocumentPart)[];
  readonly isError?: true;
};

export type RefusalPart = { readonly kind: "refusal"; readonly text: string };

export type UserPart = TextPart | ImagePart | DocumentPart | AudioPart;
export type AssistantPart = TextPart | ReasoningPart | ToolCallPart | RefusalPart;
