import { RequestError } from "../../core/errors";
import { answerConversation } from "./answer-conversation";
import { answerCountTokens } from "./answer-count-tokens";
import { answerEmbeddings } from "./answer-embeddings";
import { answerFeedback } from "./answer-feedback";
import { answerModels } from "./answer-models";
import { dialectAt, errorDialectOf } from "./callers";
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

type Way = (request: GatewayRequest, deps: GatewayDeps) => Promise<GatewayAnswer>;

const otherPosts: Readonly<Record<string, Way>> = {
  "/v1/messages/count_tokens": answerCountTokens,
  "/v1/embeddings": answerEmbeddings,
  "/v1/feedback": answerFeedback,
};

const postAt = (path: string): Way | undefined => {
  const dialect = dialectAt(path);
  if (dialect) return (request, deps) => answerConversation(request, dialect, deps);
  return Object.hasOwn(otherPosts, path) ? otherPosts[path] : undefined;
};

const dispatch = (
  request: GatewayRequest,
  deps: GatewayDeps,
): GatewayAnswer | Promise<GatewayAnswer> => {
  const { method, path } = request;
  const post = postAt(path);
  if (post) return method === "POST" ? post(request, deps) : wrongMethod(request, "POST");
  if (path === "/health") return method === "GET" ? health : wrongMethod(request, "GET");
  const model = modelPath.exec(path)?.[1];
  if (path === "/v1/models" || model !== undefined) {
    if (method !== "GET") return wrongMethod(request, "GET");
    return answerModels(request, deps, model);
  }
  throw new RequestError(
    404,
    "unknown_url",
    `nothing is served at ${method} ${path.slice(0, 100)}; the gateway serves POST /v1/chat/completions, /v1/responses, /v1/messages, /v1/messages/count_tokens, /v1/embeddings and /v1/feedback, GET /v1/models and GET /health`,
  );
};

/** The gateway: one request in, one answer out, whichever shell runs it. Never rejects. */
export const createGateway =
  (deps: GatewayDeps): Answer =>
  async (request) => {
    try {
      return await dispatch(request, deps);
    } catch (error) {
      return errorAnswer(asRequestError(error, deps.log), errorDialectOf(request));
    }
  };
