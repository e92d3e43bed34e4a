import type { RequestId } from "../../core/ids";
import { authenticate } from "./authenticate";
import { decodeBody } from "./decode-body";
import type { GatewayDeps } from "./deps";
import { type GatewayAnswer, type GatewayRequest, nothingToSettle } from "./exchange";
import { findScored } from "./find-scored";
import { parseFeedback } from "./parse-feedback";
import { orUnavailable } from "./unavailable";

/**
 * `POST /v1/feedback`: how good an answer was, in the caller's judgment. It moves what the router
 * believes of the model that answered, at the task that it did, for this organization alone.
 */
export const answerFeedback = async (
  request: GatewayRequest,
  deps: GatewayDeps,
): Promise<GatewayAnswer> => {
  const { organization } = await authenticate(request, deps.access, deps.now());
  const { request_id: id, score } = parseFeedback(decodeBody(request.body));
  const { offer, task } = await findScored(organization.id, id, request, deps);
  const scored = {
    organization: organization.id,
    request: id as unknown as RequestId,
    offer,
    task,
    score,
    at: deps.now(),
  };
  await orUnavailable("feedback", deps.feedback.score(scored));
  return {
    status: 200,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ object: "feedback", request_id: id, score, model: offer, task }),
    settled: nothingToSettle,
  };
};
