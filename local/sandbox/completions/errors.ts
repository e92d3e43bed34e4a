import type { Lack } from "../lack";
import { dotted, type Fault } from "../read-json";
import type { Refusals } from "../sandbox-dialect";
import { SandboxError } from "../sandbox-error";

/** What is wrong with a body, as OpenAI says it. */
export const refuseBody = (fault: Fault | undefined): SandboxError => {
  if (!fault) return new SandboxError(400, "we could not parse the JSON body of your request");
  const field = dotted(fault.path);
  if (fault.kind === "unknown") {
    return new SandboxError(400, `Unknown parameter: '${field}'.`, "unknown_parameter", field);
  }
  const what = field ? `Invalid '${field}': ` : "";
  return new SandboxError(400, `${what}${fault.message}`, "invalid_value", field || null);
};

const lacks: Readonly<Record<Lack["kind"], (lack: Lack) => SandboxError>> = {
  images: ({ model }) =>
    new SandboxError(
      400,
      `Invalid content type. image_url is not supported by ${model}.`,
      null,
      "messages",
    ),
  documents: ({ model }) =>
    new SandboxError(
      400,
      `Invalid content type. file is not supported by ${model}.`,
      null,
      "messages",
    ),
  tools: ({ model }) =>
    new SandboxError(400, `tools are not supported by ${model}.`, "unsupported_parameter", "tools"),
  schema: ({ model }) =>
    new SandboxError(
      400,
      `'response_format' of type 'json_schema' is not supported by ${model}.`,
      "unsupported_parameter",
      "response_format",
    ),
  temperature: ({ model, given }) =>
    new SandboxError(
      400,
      `'temperature' does not support ${given} with ${model}; only the default (1) is supported.`,
      "unsupported_value",
      "temperature",
    ),
  context: ({ given, most }) =>
    new SandboxError(
      400,
      `This model's maximum context length is ${most} tokens; your messages resulted in ${given} tokens.`,
      "context_length_exceeded",
      "messages",
    ),
};

/**
 * OpenAI's way: `{error: {message, type, param, code}}`.
 * @see https://platform.openai.com/docs/guides/error-codes
 */
export const openAiRefusals: Refusals = {
  unknownModel: (model) =>
    new SandboxError(
      404,
      `The model \`${model}\` does not exist or you do not have access to it.`,
      "model_not_found",
    ),
  lack: (lack) => lacks[lack.kind](lack),
  unknownPath: (asked) => new SandboxError(404, `Invalid URL (${asked})`, "unknown_url"),
  body: ({ status, message, param, code }) => {
    const type = status >= 500 ? "server_error" : "invalid_request_error";
    return { error: { message, type, param, code } };
  },
};
