import type { CallerRequest } from "../../core/chat/caller-dialect";
import { readCountRequest } from "../../core/chat/messages/count-tokens";
import { messagesDialect } from "../../core/chat/messages/dialect";
import { inputTokens } from "../../core/usage/token-buckets";
import { attemptWhole } from "./attempt";
import { AttemptFailure } from "./attempt-failure";
import { authenticate, type Caller } from "./authenticate";
import { acceptDecision, decide } from "./decide";
import { decodeBody } from "./decode-body";
import type { GatewayDeps } from "./deps";
import { failureAnswer } from "./error-answer";
import { estimateBuckets } from "./estimate-tokens";
import { type GatewayAnswer, type GatewayRequest, nothingToSettle } from "./exchange";
import { passedHeadersOf } from "./passed-headers";
import { send } from "./send";
import { type Target, toTargets } from "./target";

/**
 * The model that is named, if its provider counts in the caller's dialect and can be called; `auto`
 * names none.
 */
const counterFor = (
  asked: CallerRequest,
  caller: Caller,
  at: number,
  deps: GatewayDeps,
): Target | undefined => {
  if (asked.model === "auto") return undefined;
  const question = { request: asked, mode: "off" as const, caller, cascade: false, at };
  const { decision } = decide(question, deps);
  if (decision.kind === "refused" && decision.refusal === "no-credential") return undefined;
  const [target] = toTargets(acceptDecision(decision), caller, asked, deps);
  const counting = target?.adapter.counting;
  return target && counting && { ...target, adapter: { ...target.adapter, ...counting } };
};

const answerWith = (body: string, headers: Record<string, string> = {}): GatewayAnswer => ({
  status: 200,
  headers: { "content-type": "application/json", ...headers },
  body,
  settled: nothingToSettle,
});

/**
 * `POST /v1/messages/count_tokens`: asks the provider of the model named where that one counts, free
 * of charge; of other models it is a tokenizer's estimate, and a header says so. Nothing is recorded,
 * as nothing is billed.
 */
export const answerCountTokens = async (
  request: GatewayRequest,
  deps: GatewayDeps,
): Promise<GatewayAnswer> => {
  const startedAt = deps.now();
  const caller = await authenticate(request, deps.access, startedAt);
  const asked = readCountRequest(decodeBody(request.body));
  const target = counterFor(asked, caller, startedAt, deps);
  if (!target) {
    const estimate = await estimateBuckets(asked.conversation, "", deps.countTokens);
    const body = JSON.stringify({ input_tokens: inputTokens(estimate) });
    return answerWith(body, { "x-smashcost-tokens-from": "estimate" });
  }
  const outbound = { request: asked, passedHeaders: passedHeadersOf(request) };
  const clientSignal = request.signal;
  try {
    const { result, deadlines } = await send(
      { outbound, targets: [target], caller, clientSignal, startedAt, attempts: [] },
      deps,
      attemptWhole,
    );
    deadlines.stop();
    return answerWith(result.body, { "x-smashcost-tokens-from": "provider" });
  } catch (error) {
    if (error instanceof AttemptFailure) return failureAnswer(error, messagesDialect, {});
    throw error;
  }
};
