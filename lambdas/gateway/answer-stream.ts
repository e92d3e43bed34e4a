import type { CallerDialect } from "../../core/chat/caller-dialect";
import type { Attempt } from "../../core/usage/usage-event";
import { answerContext } from "./answer-context";
import { providersHeaders, routingHeaders } from "./answer-headers";
import { attemptStream, type BegunStream } from "./attempt";
import { type AttemptFailure, toAttemptFailure } from "./attempt-failure";
import { closeInterrupted } from "./close-interrupted";
import type { GatewayDeps } from "./deps";
import { toRequestError } from "./error-answer";
import type { GatewayAnswer } from "./exchange";
import { withHeartbeats } from "./heartbeats";
import { type Ending, type Ledger, targetLeft } from "./ledger";
import { relay } from "./relay";
import { passOn, type Renderer, translate } from "./render-events";
import { type Sending, type Sent, send } from "./send";
import { newMeter, type StreamMeter } from "./stream-meter";

const streamHeaders = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache",
};

const errorEventIn =
  (dialect: CallerDialect) =>
  (failure: AttemptFailure): Uint8Array =>
    Buffer.from(dialect.errorEvent(toRequestError(failure)));

const rendererFor = (
  ledger: Ledger,
  { outbound: { request } }: Sending,
  { target }: Sent<BegunStream>,
): Renderer => {
  const { dialect } = ledger;
  return target.adapter.dialect === dialect.id
    ? passOn(request.showsUsage, dialect.endMark)
    : translate(dialect.streamWriter(answerContext(ledger, request, target)));
};

/** The status that the caller of a stream saw is 200, however it went on. */
const endedBy = (failure: AttemptFailure | undefined): Pick<Ending, "status" | "outcome"> => {
  if (!failure) return { status: 200, outcome: "ok" };
  const { outcome } = failure;
  if (outcome === "cancelled") return { status: 499, outcome };
  return { status: 200, outcome: outcome === "timeout" ? outcome : "error" };
};

const endingOf = ({ target }: Sent<BegunStream>, meter: StreamMeter): Ending => {
  const { failure, usage, partial, outputWeight, said, callsTools, firstTokenAt } = meter;
  return {
    ...endedBy(failure),
    ...(failure && { errorCode: failure.code }),
    ...(usage && { usage }),
    ...(firstTokenAt !== undefined && { firstTokenAt }),
    target,
    outputWeight,
    partial,
    ...((usage === undefined || partial) && { said: said.join("") }),
    callsTools,
  };
};

/** The attempt as it stands in the record, once its stream has ended. */
const finishAttempt = (attempt: Attempt, meter: StreamMeter, startedAt: number, now: number) => {
  attempt.durationMs = Math.max(0, now - startedAt - attempt.startedMs);
  if (meter.firstTokenAt !== undefined) {
    attempt.firstTokenMs = Math.max(0, meter.firstTokenAt - startedAt);
  }
  if (!meter.failure) return;
  const { outcome, code } = meter.failure;
  attempt.outcome = outcome === "unreachable" ? "interrupted" : outcome;
  attempt.errorCode = code;
};

/**
 * Answers a request that wants a stream. Nothing is sent before the first event is there, so that
 * another model can still be asked; only a wait beyond `heartbeatMs` is bridged with comments.
 *
 * @throws AttemptFailure where no attempt began a stream before the first heartbeat.
 */
export const answerStream = async (
  ledger: Ledger,
  sending: Sending,
  deps: GatewayDeps,
): Promise<GatewayAnswer> => {
  const { choices } = sending.outbound.request;
  const { heartbeatMs, now } = deps;
  const errorEvent = errorEventIn(ledger.dialect);
  let settle: (settled: Promise<void>) => void = () => undefined;
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });

  const pass = (sent: Sent<BegunStream>) => {
    const meter = newMeter();
    const onEnd = () => {
      sent.deadlines.abandon();
      // Leaving this iteration early is how a shell says that its client left.
      if (sending.clientSignal.aborted && !meter.ended) {
        meter.failure ??= toAttemptFailure(sent.deadlines.signal.reason);
      }
      finishAttempt(sent.attempt, meter, ledger.startedAt, now());
      settle(closeInterrupted(ledger, endingOf(sent, meter), deps));
    };
    const renderer = rendererFor(ledger, sending, sent);
    return relay(sent.result, { renderer, choices, meter, heartbeatMs, now, errorEvent, onEnd });
  };

  const failLate = (error: unknown): Uint8Array => {
    const failure = toAttemptFailure(error);
    const { status, outcome } = endedBy(failure);
    const ending = { status, outcome, errorCode: failure.code, ...targetLeft(ledger) };
    settle(closeInterrupted(ledger, ending, deps));
    return errorEvent(failure);
  };

  const begun = await withHeartbeats(send(sending, deps, attemptStream), heartbeatMs);
  const target = begun.first?.target ?? sending.targets[0];
  return {
    status: 200,
    headers: {
      ...(begun.first && providersHeaders(begun.first.result.headers)),
      ...streamHeaders,
      ...routingHeaders(ledger, target),
    },
    body: begun.stream(pass, failLate),
    settled,
  };
};
