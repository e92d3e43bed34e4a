import type { CallerDialect } from "../../core/chat/caller-dialect";
import { answerFailure } from "./answer-failure";
import { answerStream } from "./answer-stream";
import { answerWhole } from "./answer-whole";
import { authenticate } from "./authenticate";
import { acceptDecision, decide } from "./decide";
import { decodeBody } from "./decode-body";
import type { GatewayDeps } from "./deps";
import type { GatewayAnswer, GatewayRequest } from "./exchange";
import { keepPrompt } from "./keep-prompt";
import { type Ledger, openLedger } from "./ledger";
import { passedHeadersOf } from "./passed-headers";
import { askForCascade, withCascade } from "./plan-cascade";
import { recallSession } from "./recall-session";
import { reserve } from "./reserve";
import { readRoutingMode } from "./routing-mode";
import { readTags } from "./tags";
import { toTargets } from "./target";

/**
 * The whole way of a request for the next turn of a conversation, in any dialect, top to bottom; each
 * step is one file of this folder.
 */
export const answerConversation = async (
  request: GatewayRequest,
  dialect: CallerDialect,
  deps: GatewayDeps,
): Promise<GatewayAnswer> => {
  const startedAt = deps.now();
  const caller = await authenticate(request, deps.access, startedAt);
  const ledger = openLedger(deps.newRequestId(startedAt), startedAt, caller, dialect);
  const answered = await pass(request, ledger, deps).catch((error: unknown) =>
    answerFailure(error, request, ledger, deps),
  );
  return keepPrompt(request, ledger, answered, deps);
};

const pass = async (request: GatewayRequest, ledger: Ledger, deps: GatewayDeps) => {
  const { caller, startedAt, attempts } = ledger;
  ledger.tags = readTags(request, caller.key.environment);
  const asked = ledger.dialect.read(decodeBody(request.body));
  ledger.requested = asked.model;
  ledger.streamed = asked.streamed;
  const { mode, modeFrom } = readRoutingMode(request, caller);
  ledger.mode = mode;
  const { conversation } = asked;
  ledger.conversation = conversation;
  const cascade = askForCascade(request, asked, ledger);
  ledger.recalled = await recallSession({ request, asked, mode, caller, at: startedAt }, deps);
  const { warm } = ledger.recalled ?? {};
  const question = { request: asked, mode, caller, warm, cascade, at: startedAt };
  const { decision, input } = decide(question, deps);
  ledger.decision = decision;
  ledger.asked = { input, modeFrom };
  const chosen = toTargets(acceptDecision(decision), caller, asked, deps);
  const targets = withCascade(chosen, asked, ledger, deps);
  ledger.targets = targets;
  const { first } = ledger.cascade ?? {};
  ledger.reservation = await reserve(conversation, targets, caller, deps.limits, startedAt, first);
  const outbound = { request: asked, passedHeaders: passedHeadersOf(request) };
  const clientSignal = request.signal;
  const sending = { outbound, targets, caller, clientSignal, startedAt, attempts };
  return asked.streamed ? answerStream(ledger, sending, deps) : answerWhole(ledger, sending, deps);
};
