import { firstChoice } from "../reply";
import type { SandboxDialect } from "../sandbox-dialect";
import { toMessage } from "./answer";
import { authenticateAnthropic } from "./authenticate";
import { checkMessages } from "./check-request";
import { anthropicRefusals } from "./errors";
import { parseMessages } from "./request";
import { toEvents } from "./stream";
import { toAsked } from "./to-asked";

/** Anthropic's Messages. */
export const messages: SandboxDialect = {
  refusals: anthropicRefusals,
  authenticate: authenticateAnthropic,
  streamType: "text/event-stream; charset=utf-8",
  read({ body }) {
    const request = parseMessages(body);
    checkMessages(request);
    const { thinking } = request;
    const omitted =
      thinking !== undefined && "display" in thinking && thinking.display === "omitted";
    return {
      asked: toAsked(request),
      streamed: request.stream ?? false,
      whole: (reply, makeId) => toMessage(reply, firstChoice(reply), omitted, makeId),
      stream: (reply, makeId) => toEvents(reply, firstChoice(reply), omitted, makeId),
    };
  },
};
