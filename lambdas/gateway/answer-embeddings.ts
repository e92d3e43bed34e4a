import { completionsDialect } from "../../core/chat/completions/dialect";
import { readEmbeddingsRequest } from "../../core/chat/embeddings/read-request";
import { answerFailure } from "./answer-failure";
import { answerWhole } from "./answer-whole";
import { authenticate } from "./authenticate";
import { decodeBody } from "./decode-body";
import type { GatewayDeps } from "./deps";
import { embeddingsTarget } from "./embeddings-target";
import type { GatewayAnswer, GatewayRequest } from "./exchange";
import { type Ledger, openLedger } from "./ledger";
import { reserve } from "./reserve";
import { readTags } from "./tags";

/** `POST /v1/embeddings`, in OpenAI's dialect: attributed, held to limits and billed as any request. */
export const answerEmbeddings = async (
  request: GatewayRequest,
  deps: GatewayDeps,
): Promise<GatewayAnswer> => {
  const startedAt = deps.now();
  const caller = await authenticate(request, deps.access, startedAt);
  const id = deps.newRequestId(startedAt);
  const ledger = openLedger(id, startedAt, caller, completionsDialect, "embeddings");
  try {
    return await pass(request, ledger, deps);
  } catch (error) {
    return answerFailure(error, request, ledger, deps);
  }
};

const pass = async (request: GatewayRequest, ledger: Ledger, deps: GatewayDeps) => {
  const { caller, startedAt, attempts } = ledger;
  ledger.tags = readTags(request, caller.key.environment);
  const asked = readEmbeddingsRequest(decodeBody(request.body));
  ledger.requested = asked.model;
  ledger.conversation = asked.conversation;
  const target = embeddingsTarget(asked, caller, deps);
  const { offer } = target;
  if (!("unlisted" in offer)) ledger.reference = offer;
  ledger.targets = [target];
  const { conversation } = asked;
  ledger.reservation = await reserve(conversation, [target], caller, deps.limits, startedAt);
  const outbound = { request: asked, passedHeaders: {} };
  const clientSignal = request.signal;
  const sending = { outbound, targets: [target], caller, clientSignal, startedAt, attempts };
  return answerWhole(ledger, sending, deps);
};
