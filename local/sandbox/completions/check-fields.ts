import { SandboxError } from "../sandbox-error";
import type { ChatRequest } from "./request";

const refuse = (message: string, code: string | null, param: string): never => {
  throw new SandboxError(400, message, code, param);
};

/**
 * Refuses fields that do not go together, as OpenAI does.
 *
 * @throws SandboxError with status 400.
 */
export const checkFields = (request: ChatRequest) => {
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
