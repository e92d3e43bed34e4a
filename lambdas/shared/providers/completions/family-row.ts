import type { Effort } from "../../../../core/chat/neutral/request";
import type { Word } from "../../../../core/chat/neutral/words";
import type { Site } from "../site";

type Fields = Readonly<Record<string, unknown>>;

/** One provider of OpenAI's dialect: all that is known of where it deviates. */
export type FamilyRow = {
  readonly site: Site;
  /** The words that it lacks, each with where that stands. */
  readonly lacks: Readonly<Partial<Record<Word, string>>>;
  /** The most alternatives of each token; absent: as many as OpenAI gives. */
  readonly mostTopLogprobs?: number;
  /** What it calls fields of the request that have another name at OpenAI. */
  readonly renames?: Readonly<Record<string, string>>;
  /** The name of the ceiling on output in requests of other dialects; absent: OpenAI's newer one. */
  readonly ceiling?: "max_tokens";
  /**
   * It refuses fields that it does not know, and of the hints knows these alone; absent: it takes, or
   * ignores, all of them.
   */
  readonly hints?: readonly string[];
  /** It knows the role `developer`; absent: such messages go as `system`. */
  readonly developer?: true;
  /** It counts on streams unasked, and has no `stream_options`. */
  readonly countsUnasked?: true;
  /**
   * What it calls each effort, or the fields that say it in place of `reasoning_effort`; one that is
   * left out can't be said. Absent: all by OpenAI's words.
   */
  readonly efforts?: Readonly<Partial<Record<Effort, string | Fields>>>;
  /** Where it takes what a model thought in earlier turns; absent: nowhere, so it is left out. */
  readonly thoughts?: "reasoning_content" | "reasoning" | "thinking parts";
  /** Its thinking models refuse a conversation in which an answer lacks its thoughts. */
  readonly thoughtsRequired?: true;
  /** It takes thoughts by whichever name they come. */
  readonly anyThoughts?: true;
  /** It knows an assistant's `refusal`; absent: its text is what the assistant said. */
  readonly refusals?: true;
  /** How it takes documents, where not as OpenAI's `file` parts. */
  readonly documents?: "document_url";
  /** It takes the content of a message that is text alone as one text only. */
  readonly textAlone?: true;
  /** It takes Anthropic's marks of what is to be cached. */
  readonly cacheMarks?: true;
};
