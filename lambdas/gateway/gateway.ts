import { credentialTestPath } from "../shared/credential-test";
import { answerConversation } from "./answer-conversation";
import { answerCountTokens } from "./answer-count-tokens";
import { answerCredentialTest } from "./answer-credential-test";
import { answerEmbeddings } from "./answer-embeddings";
import { answerFeedback } from "./answer-feedback";
import { answerModels } from "./answer-models";
import { dialectAt, errorDialectOf } from "./callers";
import type { GatewayDeps } from "./deps";
import { asRequestError, errorAnswer } from "./error-answer";
import { type Answer, type GatewayAnswer, type GatewayRequest, nothingToSettle } from "./exchange";
import { unknownUrl, wrongMethod } from "./wrong-url";

const health: GatewayAnswer = {
  status: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ status: "ok" }),
  settled: nothingToSettle,
};

const modelPath = /^\/v1\/models(?:\/(.+))?$/;

type Way = (request: GatewayRequest, deps: GatewayDeps) => GatewayAnswer | Promise<GatewayAnswer>;
type Found = { readonly method: "GET" | "POST"; readonly way: Way };

const fixed: Readonly<Record<string, Found>> = {
  "/v1/messages/count_tokens": { method: "POST", way: answerCountTokens },
  "/v1/embeddings": { method: "POST", way: answerEmbeddings },
  "/v1/feedback": { method: "POST", way: answerFeedback },
  "/health": { method: "GET", way: () => health },
};

const find = ({ method, path }: GatewayRequest): Found | undefined => {
  const dialect = dialectAt(path);
  if (dialect) {
    return { method: "POST", way: (request, deps) => answerConversation(request, dialect, deps) };
  }
  if (Object.hasOwn(fixed, path)) return fixed[path];
  const [isModels, id] = modelPath.exec(path) ?? [];
  if (isModels) return { method: "GET", way: (request, deps) => answerModels(request, deps, id) };
  // Whoever has no ticket is not told that there is anything.
  const isTest = path === credentialTestPath && method === "POST";
  return isTest ? { method, way: answerCredentialTest } : undefined;
};

/** The gateway: one request in, one answer out, whichever shell runs it. Never rejects. */
export const createGateway =
  (deps: GatewayDeps): Answer =>
  async (request) => {
    try {
      const found = find(request);
      if (!found) throw unknownUrl(request);
      if (request.method !== found.method) throw wrongMethod(request, found.method);
      return await found.way(request, deps);
    } catch (error) {
      return errorAnswer(asRequestError(error, deps.log), errorDialectOf(request));
    }
  };
