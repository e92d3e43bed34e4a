import { routingHeaders } from "./answer-headers";
import { AttemptFailure } from "./attempt-failure";
import { closeInterrupted } from "./close-interrupted";
import type { GatewayDeps } from "./deps";
import { asRequestError, errorAnswer, failureAnswer } from "./error-answer";
import type { GatewayAnswer, GatewayRequest } from "./exchange";
import { type Ledger, targetLeft } from "./ledger";

/** Ends a request that brought no answer: it is recorded all the same. */
export const answerFailure = (
  error: unknown,
  request: GatewayRequest,
  ledger: Ledger,
  deps: GatewayDeps,
): GatewayAnswer => {
  const headers = routingHeaders(ledger);
  const { dialect } = ledger;
  const close = (status: number, errorCode: string, outcome: "error" | "timeout" | "cancelled") =>
    closeInterrupted(ledger, { status, outcome, errorCode, ...targetLeft(ledger) }, deps);
  if (!(error instanceof AttemptFailure)) {
    const known = asRequestError(error, deps.log);
    return errorAnswer(known, dialect, headers, close(known.status, known.code, "error"));
  }
  const { outcome, code } = error;
  const ending = outcome === "timeout" || outcome === "cancelled" ? outcome : "error";
  const answer = failureAnswer(error, dialect, headers);
  return { ...answer, settled: close(request.signal.aborted ? 499 : answer.status, code, ending) };
};
