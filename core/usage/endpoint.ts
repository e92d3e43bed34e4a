import type { CallerDialectId } from "../chat/dialect";

/** What was asked of the gateway, by the names that the field has for it. */
export const endpoints = ["chat.completions", "responses", "messages", "embeddings"] as const;

export type Endpoint = (typeof endpoints)[number];

const byDialect: Readonly<Record<CallerDialectId, Endpoint>> = {
  completions: "chat.completions",
  responses: "responses",
  messages: "messages",
};

export const endpointOf = (dialect: CallerDialectId): Endpoint => byDialect[dialect];

/** Embeddings are asked for in no dialect of conversations; OpenAI's stands for it. */
export const callerDialectOf = (endpoint: Endpoint): CallerDialectId => {
  if (endpoint === "responses" || endpoint === "messages") return endpoint;
  return "completions";
};
