import type { SandboxDialect } from "../sandbox-dialect";
import { toCompletion } from "./answer";
import { authenticateBearer } from "./authenticate";
import { checkFields } from "./check-fields";
import { openAiRefusals } from "./errors";
import { parseChatRequest } from "./request";
import { toChunks } from "./stream";
import { toAsked } from "./to-asked";

/** OpenAI's chat completions. */
export const completions: SandboxDialect = {
  refusals: openAiRefusals,
  authenticate: authenticateBearer,
  streamType: "text/event-stream; charset=utf-8",
  read({ body }) {
    const request = parseChatRequest(body);
    checkFields(request);
    return {
      asked: toAsked(request),
      streamed: request.stream ?? false,
      whole: toCompletion,
      stream: (reply, makeId) =>
        toChunks(reply, request.stream_options?.include_usage ?? false, makeId),
    };
  },
};
