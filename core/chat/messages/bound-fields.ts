/** Notes the path of what no other dialect has a word for. */
export type Bind = (path: string) => void;

type Fields = Readonly<Record<string, unknown>>;

/** What everyone has who asks for nothing else, by the field it stands in. */
const usual: Fields = { inference_geo: "global", speed: "standard", eager_input_streaming: true };

const saysNothing = (field: string, value: unknown): boolean => {
  if (value == null || value === false || value === usual[field]) return true;
  if (typeof value !== "object") return false;
  // Called by the model itself, or citations switched off.
  if ("type" in value && value.type === "direct") return true;
  if ("enabled" in value && value.enabled === false) return true;
  if (Array.isArray(value)) return value.every((item) => item === "direct");
  return Object.keys(value).length === 0;
};

/**
 * Binds the fields that have no neutral word: all that are not among those read, but for values that
 * only say what holds anyway.
 */
export const bindOthers = (
  fields: Fields,
  read: ReadonlySet<string>,
  path: string,
  bind: Bind,
): void => {
  for (const [field, value] of Object.entries(fields)) {
    if (!read.has(field) && !saysNothing(field, value)) bind(path ? `${path}.${field}` : field);
  }
};

/** Read, or of no consequence to what is answered: who asks, and which tier serves it. */
const ofRequest: ReadonlySet<string> = new Set([
  "model",
  "messages",
  "system",
  "max_tokens",
  "stream",
  "stop_sequences",
  "temperature",
  "top_p",
  "top_k",
  "tools",
  "tool_choice",
  "thinking",
  "output_config",
  "output_format",
  "metadata",
  "service_tier",
  "cache_control",
]);

const ofConfig: ReadonlySet<string> = new Set(["effort", "format"]);
const ofMessage: ReadonlySet<string> = new Set(["role", "content"]);

/**
 * Binds the fields of the request itself, its output's configuration and its messages.
 * @see https://platform.claude.com/docs/en/api/messages (read 2026-11-24, by the types of the
 * `@anthropic-ai/sdk` package 1.12)
 */
export const bindRequestFields = (
  request: Fields & {
    readonly messages: readonly Fields[];
    readonly output_config?: Fields | null | undefined;
  },
  bind: Bind,
): void => {
  bindOthers(request, ofRequest, "", bind);
  bindOthers(request.output_config ?? {}, ofConfig, "output_config", bind);
  for (const [index, message] of request.messages.entries()) {
    bindOthers(message, ofMessage, `messages[${index}]`, bind);
  }
  // Nothing is to be answered: the prompt is only to be cached.
  if (request.max_tokens === 0) bind("max_tokens");
};
