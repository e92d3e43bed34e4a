import type { NeutralRequest } from "../../../../core/chat/neutral/request";
import type { Word } from "../../../../core/chat/neutral/words";

/** What of Converse is each model family's own. */
export type ModelFamily = {
  /** Words that its models have none for, where this is asked. */
  lacks(request: NeutralRequest): readonly Word[];
  /** What of a request can't be said at once. */
  clashes?(request: NeutralRequest): readonly string[];
  /** Where cache points are taken; others are refused with them. */
  readonly caching: "all" | "messages" | "none";
  readonly hourCache?: boolean;
  /** A failed tool result is marked as such; else it is said in its words. @default false */
  readonly marksFailures?: boolean;
  /** Where an answer says which stop sequence it met. */
  readonly stopPaths?: readonly string[];
  /** `additionalModelRequestFields`. */
  fields(request: NeutralRequest): Readonly<Record<string, unknown>>;
  /** What a tool call's id has to look like. @default 1 to 64 letters, digits, `_` and `-` */
  readonly callId?: RegExp;
};
