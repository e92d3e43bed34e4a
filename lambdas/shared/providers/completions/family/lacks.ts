import type { Word } from "../../../../../core/chat/neutral/words";

export type Lacks = Readonly<Partial<Record<Word, string>>>;

/** Words that are lacking, all by what one page says. */
export const lacking = (source: string, ...words: readonly Word[]): Lacks =>
  Object.fromEntries(words.map((word) => [word, source]));

const openai =
  "https://platform.openai.com/docs/api-reference/chat/create, by the types of the openai package 6.49 (read 2026-11-24)";

/** What the dialect itself has no place for: OpenAI lacks it, and so do those who follow it. */
export const dialectLacks: Lacks = lacking(
  openai,
  "top_k",
  "text documents",
  "documents by URL",
  "images in tool results",
  "documents in tool results",
);

/** What OpenAI has and the types of those who follow it do not. */
export const openAiAlone = ["verbosity", "audio", "documents", "documents by URL"] as const;
