import { authenticateBearer } from "../completions/authenticate";
import { openAiRefusals } from "../completions/errors";
import { firstChoice, type Reply } from "../reply";
import type { MakeId, SandboxDialect } from "../sandbox-dialect";
import { toResponse } from "./answer";
import { checkResponses } from "./check-request";
import { outputOf } from "./output";
import { parseResponses } from "./request";
import { toEvents } from "./stream";
import { toAsked } from "./to-asked";

/** OpenAI's Responses. */
export const responses: SandboxDialect = {
  refusals: openAiRefusals,
  authenticate: authenticateBearer,
  streamType: "text/event-stream; charset=utf-8",
  read({ body }) {
    const request = parseResponses(body);
    checkResponses(request);
    const begin = (reply: Reply, makeId: MakeId) => {
      const choice = firstChoice(reply);
      const answering = { id: makeId("resp_", 48), reply, choice, request };
      return { answering, output: outputOf(choice, request, makeId) };
    };
    return {
      asked: toAsked(request),
      streamed: request.stream ?? false,
      whole: (reply, makeId) => {
        const { answering, output } = begin(reply, makeId);
        return toResponse(answering, output);
      },
      stream: (reply, makeId) => {
        const { answering, output } = begin(reply, makeId);
        return toEvents(answering, output);
      },
    };
  },
};
