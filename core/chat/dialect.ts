/**
 * The languages that models are spoken to in, each by the field's own name: OpenAI's chat
 * completions, OpenAI's Responses, Anthropic's Messages, Gemini's generateContent, and Bedrock's
 * Converse.
 */
export const dialects = ["completions", "responses", "messages", "gemini", "converse"] as const;

export type Dialect = (typeof dialects)[number];

/** Those that the gateway is spoken to in. */
export const callerDialects = ["completions", "responses", "messages"] as const;

export type CallerDialectId = (typeof callerDialects)[number];
