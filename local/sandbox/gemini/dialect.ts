import type { SandboxDialect } from "../sandbox-dialect";
import { toGenerated } from "./answer";
import { authenticateGoogle } from "./authenticate";
import { checkGemini } from "./check-request";
import { geminiRefusals, refuse } from "./errors";
import { parseGemini } from "./request";
import { toChunks } from "./stream";
import { toAsked } from "./to-asked";

/** Gemini's generateContent. */
export const gemini: SandboxDialect = {
  refusals: geminiRefusals,
  authenticate: authenticateGoogle,
  streamType: "text/event-stream",
  read({ body, model, streamed, query }) {
    if (streamed && query.get("alt") !== "sse") {
      throw refuse("the sandbox streams server-sent events only; ask with alt=sse");
    }
    const request = parseGemini(body);
    checkGemini(request);
    const shows = request.generationConfig?.thinkingConfig?.includeThoughts ?? false;
    return {
      asked: toAsked(request, model),
      streamed,
      whole: (reply, makeId) => toGenerated(reply, shows, makeId),
      stream: (reply, makeId) => toChunks(reply, shows, makeId),
    };
  },
};
