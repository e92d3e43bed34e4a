import { RequestError } from "../../core/errors";
import { answerChat } from "./answer-chat";
import { answerFeedback } from "./answer-feedback";
import { answerModels } from "./answer-models";
import type { GatewayDeps } from "./deps";
import { asRequestError, errorAnswer } from "./error-answer";
import { type Answer, type GatewayAnswer, type GatewayRequest, nothingToSettle } from "./exchange";

const health: GatewayAnswer = {
  status: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ status: "ok" }),
  settled: nothingToSettle,
};

const modelPath = /^\/v1\/models\/(.+)$/;

const wrongMethod = ({ method, path }: GatewayRequest, allow: string): never => {
  throw new RequestError(405, "method_not_allowed", `${path} takes ${allow}, not ${method}`);
};

const dispatch = (
  request: GatewayRequest,
  deps: GatewayDeps,
): GatewayAnswer | Promise<GatewayAnswer> => {
  const { method, path } = request;
  if (path === "/v1/chat/completions") {
    return method === "POST" ? answerChat(request, deps) : wrongMethod(request, "POST");
  }
  if (path === "/v1/feedback") {
    return method === "POST" ? answerFeedback(request, deps) : wrongMethod(request, "POST");
  }
  if (path === "/health") return method === "GET" ? health : wrongMethod(request, "GET");
  const model = modelPath.exec(path)?.[1];
  if (path === "/v1/models" || model !== undefined) {
    if (method !== "GET") return wrongMethod(request, "GET");
    return answerModels(request, deps, model);
  }
  throw new RequestError(
    404,
    "unknown_url",
    `nothing is served at ${method} ${path.slice(0, 100)}; the gateway serves POST /v1/chat/completions, POST /v1/feedback, GET /v1/models and GET /health`,
  );
};

/** The gateway: one request in, one answer out, whichever shell runs it. Never rejects. */
export const createGateway =
  (deps: GatewayDeps): Answer =>
  async (request) => {
    try {
      return await dispatch(request, deps);
    } catch (error) {
      return errorAnswer(asRequestError(error, deps.log));
    }
  };
