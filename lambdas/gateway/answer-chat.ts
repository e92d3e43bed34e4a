import { parseChatRequest } from "../../core/chat/completions/parse-request";
import { toConversation } from "../../core/chat/completions/to-conversation";
import { routingHeaders } from "./answer-headers";
import { answerStream } from "./answer-stream";
import { answerWhole } from "./answer-whole";
import { AttemptFailure } from "./attempt-failure";
import { authenticate } from "./authenticate";
import { closeLedger } from "./close-ledger";
import { acceptDecision, decide } from "./decide";
import { decodeBody } from "./decode-body";
import type { GatewayDeps } from "./deps";
import { asRequestError, errorAnswer, failureAnswer } from "./error-answer";
import type { GatewayAnswer, GatewayRequest } from "./exchange";
import { type Ledger, openLedger, targetLeft } from "./ledger";
import { askForCascade, withCascade } from "./plan-cascade";
import { recallSession } from "./recall-session";
import { reserve } from "./reserve";
import { readRoutingMode } from "./routing-mode";
import { readTags } from "./tags";
import { toTargets } from "./target";

/** A chat completion's whole way, top to bottom; each step is one file of this folder. */
export const answerChat = async (
  request: GatewayRequest,
  deps: GatewayDeps,
): Promise<GatewayAnswer> => {
  const startedAt = deps.now();
  const caller = await authenticate(request, deps.access, startedAt);
  const ledger = openLedger(deps.newRequestId(startedAt), startedAt, caller);
  try {
    return await pass(request, ledger, deps);
  } catch (error) {
    return fail(error, request, ledger, deps);
  }
};

const pass = async (request: GatewayRequest, ledger: Ledger, deps: GatewayDeps) => {
  const { caller, startedAt, attempts } = ledger;
  ledger.tags = readTags(request, caller.key.environment);
  const text = decodeBody(request.body);
  const chat = parseChatRequest(text);
  ledger.requested = chat.model;
  ledger.streamed = chat.stream === true;
  const { mode, modeFrom } = readRoutingMode(request, caller);
  ledger.mode = mode;
  const conversation = toConversation(chat);
  ledger.conversation = conversation;
  const cascade = askForCascade(request, chat, ledger);
  const question = { conversation, mode, caller, at: startedAt };
  ledger.recalled = await recallSession({ request, chat, ...question }, deps);
  const { warm } = ledger.recalled ?? {};
  const { decision, input } = decide({ ...question, model: chat.model, warm, cascade }, deps);
  ledger.decision = decision;
  ledger.asked = { input, modeFrom };
  const targets = withCascade(toTargets(acceptDecision(decision), caller, deps), ledger, deps);
  ledger.targets = targets;
  const { first } = ledger.cascade ?? {};
  ledger.reservation = await reserve(conversation, targets, caller, deps.limits, startedAt, first);
  const outbound = { text, request: chat };
  const clientSignal = request.signal;
  const sending = { outbound, targets, caller, clientSignal, startedAt, attempts };
  return ledger.streamed ? answerStream(ledger, sending, deps) : answerWhole(ledger, sending, deps);
};

/** Ends a request that brought no answer: it is recorded all the same. */
const fail = (error: unknown, request: GatewayRequest, ledger: Ledger, deps: GatewayDeps) => {
  const headers = routingHeaders(ledger);
  const close = (status: number, errorCode: string, outcome: "error" | "timeout" | "cancelled") =>
    closeLedger(ledger, { status, outcome, errorCode, ...targetLeft(ledger) }, deps).settled;
  if (!(error instanceof AttemptFailure)) {
    const known = asRequestError(error, deps.log);
    return errorAnswer(known, headers, close(known.status, known.code, "error"));
  }
  const { outcome, code } = error;
  const ending = outcome === "timeout" || outcome === "cancelled" ? outcome : "error";
  const answer = failureAnswer(error, headers);
  return { ...answer, settled: close(request.signal.aborted ? 499 : answer.status, code, ending) };
};
