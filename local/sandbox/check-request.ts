import { type ChatRequest, imagesOf } from "./chat-request";
import type { SandboxModel } from "./model";
import { SandboxError } from "./sandbox-error";

const refuse = (message: string, code: string | null, param: string): never => {
  throw new SandboxError(400, message, code, param);
};

const checkFields = (request: ChatRequest) => {
  if (request.stream_options && !request.stream) {
    refuse(
      "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
      null,
      "stream_options",
    );
  }
  if (request.top_logprobs != null && !request.logprobs) {
    refuse("'logprobs' must be true when 'top_logprobs' is used.", null, "top_logprobs");
  }
  if (request.tool_choice && request.tool_choice !== "none" && !request.tools?.length) {
    refuse("'tool_choice' is only allowed when 'tools' are specified.", null, "tool_choice");
  }
  const choice = typeof request.tool_choice === "object" ? request.tool_choice : undefined;
  const demanded = choice?.type === "function" ? choice.function.name : undefined;
  if (demanded && !request.tools?.some((tool) => tool.function.name === demanded)) {
    refuse(`Tool choice '${demanded}' not found in 'tools'.`, null, "tool_choice");
  }
};

/**
 * Refuses what the model can't do, as OpenAI does.
 *
 * @param promptTokens - the request's size.
 * @throws SandboxError with status 400.
 */
export const checkRequest = (
  request: ChatRequest,
  { offer }: SandboxModel,
  promptTokens: number,
) => {
  checkFields(request);
  if (!offer.input.includes("image") && request.messages.some((m) => imagesOf(m).length > 0)) {
    refuse(`Invalid content type. image_url is not supported by ${offer.id}.`, null, "messages");
  }
  if (!offer.can.tools && request.tools?.length) {
    refuse(`tools are not supported by ${offer.id}.`, "unsupported_parameter", "tools");
  }
  if (!offer.can.structuredOutput && request.response_format?.type === "json_schema") {
    refuse(
      `'response_format' of type 'json_schema' is not supported by ${offer.id}.`,
      "unsupported_parameter",
      "response_format",
    );
  }
  if (!offer.can.temperature && (request.temperature ?? 1) !== 1) {
    refuse(
      `'temperature' does not support ${request.temperature ?? 1} with ${offer.id}; only the default (1) is supported.`,
      "unsupported_value",
      "temperature",
    );
  }
  if (promptTokens > offer.limits.contextTokens) {
    refuse(
      `This model's maximum context length is ${offer.limits.contextTokens} tokens; your messages resulted in ${promptTokens} tokens.`,
      "context_length_exceeded",
      "messages",
    );
  }
};
