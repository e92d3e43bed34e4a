import type { Dialect } from "../../core/chat/dialect";

/** What a client's cases are run on. */
type ColumnModel = {
  /** What its provider is spoken to in. */
  readonly dialect: Dialect;
  /** With its provider before it, so that routing plays no part. */
  readonly model: string;
};

/** The sandbox's own, one of each dialect. */
export const sandboxColumns = [
  "completions",
  "responses",
  "messages",
  "gemini",
  "converse",
] as const satisfies readonly Column[];

/**
 * The sandbox's models, one of each dialect, which can all do the same; and models of three real
 * names, as requests are worded by what is known of a model, all of them answered by the sandbox too.
 */
const columnModels = {
  completions: { dialect: "completions", model: "sandbox/sandbox-completions" },
  responses: { dialect: "responses", model: "sandbox/sandbox-responses" },
  messages: { dialect: "messages", model: "sandbox/sandbox-messages" },
  gemini: { dialect: "gemini", model: "sandbox/sandbox-gemini" },
  converse: { dialect: "converse", model: "sandbox/sandbox-converse" },
  claude: { dialect: "messages", model: "anthropic/claude-sonnet-4-5" },
  "gemini 2.5": { dialect: "gemini", model: "gemini/gemini-2.5-flash" },
  bedrock: { dialect: "converse", model: "bedrock/us.anthropic.claude-sonnet-4-6" },
} as const satisfies Record<string, ColumnModel>;

export type Column = keyof typeof columnModels;

export const columns = Object.entries(columnModels).map(([column, { dialect, model }]) => ({
  column: column as Column,
  dialect,
  model,
}));
