import { setJsonFields } from "../../../../core/chat/json-fields";
import type { HttpCall } from "../../http/upstream";
import type { Outgoing } from "../adapter";

/**
 * The fields that must differ from what the caller wrote: the model, and on a stream that the
 * provider counts (`stream_options.include_usage`).
 */
const changedFields = ({ request, model }: Outgoing): Record<string, string> => ({
  ...(request.model !== model && { model: JSON.stringify(model) }),
  ...(request.stream === true &&
    request.stream_options?.include_usage !== true && {
      stream_options: JSON.stringify({ ...request.stream_options, include_usage: true }),
    }),
});

/**
 * OpenAI's reasoning models refuse the older `max_tokens`; the newer name means the same to all.
 * A model that the caller named gets what the caller wrote.
 * @see https://platform.openai.com/docs/api-reference/chat/create (read 2026-11-24, by the types of
 * the `openai` package 6.49)
 */
const changedNames = ({ request, substitute, reasons }: Outgoing): Record<string, string> =>
  substitute && reasons && request.max_tokens != null && request.max_completion_tokens == null
    ? { max_tokens: "max_completion_tokens" }
    : {};

/** The caller's bytes, but for what has to change. */
const bodyOf = (outgoing: Outgoing): string => {
  const fields = changedFields(outgoing);
  const names = changedNames(outgoing);
  const changes = Object.keys(fields).length + Object.keys(names).length;
  return changes > 0 ? setJsonFields(outgoing.text, fields, names) : outgoing.text;
};

export const toHttp = (baseUrl: string, outgoing: Outgoing): HttpCall => ({
  method: "POST",
  url: `${baseUrl}/chat/completions`,
  headers: {
    authorization: `Bearer ${outgoing.key}`,
    "content-type": "application/json",
    accept: outgoing.request.stream === true ? "text/event-stream" : "application/json",
  },
  body: bodyOf(outgoing),
});
