import type { AnswerContext, CallerRequest } from "../../core/chat/caller-dialect";
import type { Ledger } from "./ledger";
import type { Target } from "./target";

/** What a translated answer is written for: its id is made of the request's own. */
export const answerContext = (
  { id, startedAt }: Pick<Ledger, "id" | "startedAt">,
  request: CallerRequest,
  { offer }: Pick<Target, "offer">,
): AnswerContext => ({
  request,
  id: id.replace(/^req_/, "").toLowerCase(),
  model: offer.id,
  createdAt: Math.floor(startedAt / 1_000),
});
