import type { Lack } from "../lack";
import type { Fault } from "../read-json";
import type { Refusals } from "../sandbox-dialect";
import { SandboxError } from "../sandbox-error";

/** A bad request, in Anthropic's words. */
export const refuse = (message: string): SandboxError => new SandboxError(400, message);

/** What is wrong with a body, as Anthropic says it. */
export const refuseBody = (fault: Fault | undefined): SandboxError => {
  if (!fault) return refuse("The request body is not valid JSON");
  const field = fault.path.map(String).join(".");
  const says = {
    missing: "Field required",
    unknown: "Extra inputs are not permitted",
    wrong: fault.message,
  }[fault.kind];
  return refuse(field ? `${field}: ${says}` : says);
};

const types: Readonly<Record<number, string>> = {
  400: "invalid_request_error",
  401: "authentication_error",
  403: "permission_error",
  404: "not_found_error",
  413: "request_too_large",
  429: "rate_limit_error",
  529: "overloaded_error",
};

const lacks: Readonly<Record<Lack["kind"], (lack: Lack) => string>> = {
  images: ({ model }) => `'${model}' does not support image input.`,
  documents: ({ model }) => `'${model}' does not support PDF input.`,
  tools: ({ model }) => `'${model}' does not support tools.`,
  schema: ({ model }) => `'${model}' does not support output format.`,
  temperature: ({ model }) => `\`temperature\` is not supported by '${model}'.`,
  context: ({ given, most }) => `prompt is too long: ${given} tokens > ${most} maximum`,
};

/**
 * Anthropic's way: `{type: "error", error: {type, message}}`.
 * @see https://docs.claude.com/en/api/errors
 */
export const anthropicRefusals: Refusals = {
  unknownModel: (model) => new SandboxError(404, `model: ${model}`),
  lack: (lack) => refuse(lacks[lack.kind](lack)),
  unknownPath: () => new SandboxError(404, "Not Found"),
  body: ({ status, message }) => ({
    type: "error",
    error: { type: types[status] ?? "api_error", message },
    request_id: null,
  }),
};
