import { findSandboxModel } from "../find-model";
import { promptOf } from "../prompt";
import type { SandboxCall } from "../sandbox-dialect";
import { checkPrompt } from "./check-request";
import { anthropicRefusals } from "./errors";
import { parseCount } from "./request";
import { promptAsked } from "./to-asked";

/** Answers `POST /v1/messages/count_tokens`. */
export const countMessageTokens = ({ body }: SandboxCall): unknown => {
  const request = parseCount(body);
  checkPrompt(request);
  if (!findSandboxModel(request.model, "messages")) {
    throw anthropicRefusals.unknownModel(request.model);
  }
  return { input_tokens: promptOf(promptAsked(request)).pieces.length };
};
