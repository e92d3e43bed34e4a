import { firstChoice } from "../reply";
import type { SandboxDialect } from "../sandbox-dialect";
import { toConversed } from "./answer";
import { authenticateAws } from "./authenticate";
import { checkConverse } from "./check-request";
import { bedrockRefusals } from "./errors";
import { parseConverse } from "./request";
import { toEvents } from "./stream";
import { toAsked } from "./to-asked";

/** Bedrock's Converse and ConverseStream. */
export const converse: SandboxDialect = {
  refusals: bedrockRefusals,
  authenticate: authenticateAws,
  streamType: "application/vnd.amazon.eventstream",
  read({ body, model, streamed }) {
    const request = parseConverse(body);
    checkConverse(request);
    return {
      asked: toAsked(request, model),
      streamed,
      whole: (reply, makeId) => toConversed(reply, firstChoice(reply), request, makeId),
      stream: (reply, makeId) => toEvents(reply, firstChoice(reply), request, makeId),
    };
  },
};
