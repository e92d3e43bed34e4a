import type { Lack } from "../lack";
import { dotted, type Fault } from "../read-json";
import type { Refusals } from "../sandbox-dialect";
import { SandboxError } from "../sandbox-error";

/** A bad request, in Bedrock's words. */
export const refuse = (message: string): SandboxError =>
  new SandboxError(400, message, "ValidationException");

/** What is wrong with a body, as Bedrock says it. */
export const refuseBody = (fault: Fault | undefined): SandboxError => {
  if (!fault) return new SandboxError(400, "", "SerializationException");
  const field = dotted(fault.path).replaceAll(/\[(\d+)\]/g, ".$1");
  const says = {
    missing: `Value null at '${field}' failed to satisfy constraint: Member must not be null`,
    unknown: `Value at '${field}' failed to satisfy constraint: Member is not known`,
    wrong: `Value at '${field}' failed to satisfy constraint: ${fault.message}`,
  }[fault.kind];
  return refuse(`1 validation error detected: ${says}`);
};

const lacks: Readonly<Record<Lack["kind"], (lack: Lack) => string>> = {
  images: () => "This model doesn't support the image content block.",
  documents: () => "This model doesn't support documents.",
  tools: () => "This model doesn't support tool use.",
  schema: () => "This model doesn't support the outputConfig.textFormat field.",
  temperature: () =>
    "This model doesn't support the temperature field. Remove temperature and try again.",
  context: () => "Input is too long for requested model.",
};

/**
 * AWS's way: `{message}`, and the error's name in a header.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html#API_runtime_Converse_Errors
 */
export const bedrockRefusals: Refusals = {
  unknownModel: () => refuse("The provided model identifier is invalid."),
  lack: (lack) => refuse(lacks[lack.kind](lack)),
  unknownPath: () => new SandboxError(404, "", "UnknownOperationException"),
  body: ({ message }) => ({ message }),
  headers: ({ status, code }) => ({
    "x-amzn-errortype": code ?? (status >= 500 ? "InternalServerException" : "ValidationException"),
  }),
};
