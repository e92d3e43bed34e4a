import type { Lack } from "../lack";
import { dotted, type Fault } from "../read-json";
import type { Refusals } from "../sandbox-dialect";
import { SandboxError } from "../sandbox-error";

/** A bad request, in Gemini's words. */
export const refuse = (message: string): SandboxError => new SandboxError(400, message);

/** What is wrong with a body, as Gemini says it. */
export const refuseBody = (fault: Fault | undefined): SandboxError => {
  if (!fault) return refuse("Invalid JSON payload received. Unexpected end of string.");
  const field = dotted(fault.path);
  if (fault.kind === "unknown") {
    const place = dotted(fault.path.slice(0, -1));
    const at = place ? ` at '${place}'` : "";
    const name = String(fault.path.at(-1));
    return refuse(`Invalid JSON payload received. Unknown name "${name}"${at}: Cannot find field.`);
  }
  if (fault.kind === "missing") return refuse(`* GenerateContentRequest.${field}: is required`);
  return refuse(`Invalid value at '${field}': ${fault.message}`);
};

const statuses: Readonly<Record<number, string>> = {
  400: "INVALID_ARGUMENT",
  401: "UNAUTHENTICATED",
  403: "PERMISSION_DENIED",
  404: "NOT_FOUND",
  429: "RESOURCE_EXHAUSTED",
  503: "UNAVAILABLE",
};

const lacks: Readonly<Record<Lack["kind"], (lack: Lack) => string>> = {
  images: ({ model }) => `Image input modality is not enabled for models/${model}`,
  documents: ({ model }) => `Document input modality is not enabled for models/${model}`,
  tools: () => "Tool use with function calling is unsupported",
  schema: () => "JSON mode is not enabled for this model",
  temperature: ({ given }) => `Unable to submit request because it has a temperature of ${given}`,
  context: ({ given, most }) =>
    `The input token count (${given}) exceeds the maximum number of tokens allowed (${most}).`,
};

/**
 * Google's way: `{error: {code, message, status}}`.
 * @see https://ai.google.dev/gemini-api/docs/troubleshooting
 */
export const geminiRefusals: Refusals = {
  unknownModel: (model) =>
    new SandboxError(
      404,
      `models/${model} is not found for API version v1beta, or is not supported for generateContent. Call ModelService.ListModels to see the list of available models and their supported methods.`,
    ),
  lack: (lack) => refuse(lacks[lack.kind](lack)),
  unknownPath: () => new SandboxError(404, "Requested entity was not found."),
  body: ({ status, message }) => ({
    error: { code: status, message, status: statuses[status] ?? "INTERNAL" },
  }),
};
