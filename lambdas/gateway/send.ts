import { RequestError } from "../../core/errors";
import type { PlainKey } from "../../core/ports/vault";
import type { Attempt } from "../../core/usage/usage-event";
import { untilAborted } from "../shared/until-aborted";
import type { AttemptContext, Outbound } from "./attempt";
import { AttemptFailure, toAttemptFailure } from "./attempt-failure";
import { type Deadlines, InterruptedError, watchDeadlines } from "./deadlines";
import type { GatewayDeps } from "./deps";
import { retryDelayMs } from "./retry-delay";
import type { Target } from "./target";

export type Sending = {
  readonly outbound: Outbound;
  /** The chosen target, then what to fall back to. */
  readonly targets: readonly Target[];
  readonly caller: {
    readonly organization: { readonly id: Parameters<GatewayDeps["vault"]["open"]>[0] };
  };
  readonly clientSignal: AbortSignal;
  /** When the request came in. */
  readonly startedAt: number;
  /** Gets one entry an attempt, in order; the last one may be added to as its stream goes on. */
  readonly attempts: Attempt[];
  /** Those made before included. @default 3 */
  readonly mostAttempts?: number;
};

export type Sent<T> = {
  readonly target: Target;
  readonly result: T;
  readonly attempt: Attempt;
  readonly deadlines: Deadlines;
};

const maxAttempts = 3;

/** Where to go after a failure: an untried target that may do better, or the same one again. */
export const nextTarget = (
  failure: AttemptFailure,
  failed: Target,
  untried: readonly Target[],
): Target | undefined => {
  const { remedy } = failure;
  if (remedy === "none") return undefined;
  if (remedy === "other-provider") {
    return untried.find(({ offer }) => offer.provider !== failed.offer.provider);
  }
  if (remedy === "asked-model") return untried.find(({ asked }) => asked);
  return untried[0] ?? (remedy === "again-or-elsewhere" ? failed : undefined);
};

/** @throws AttemptFailure where the caller leaves meanwhile. */
const pause = async (delayMs: number, clientSignal: AbortSignal, { sleep }: GatewayDeps) => {
  try {
    await sleep(delayMs, clientSignal);
  } catch (error) {
    throw clientSignal.aborted ? toAttemptFailure(new InterruptedError("client-left")) : error;
  }
};

/** A credential that does not open is no fault of its provider's; one without a key needs none. */
const openKey = async (
  { credential }: Target,
  { caller }: Sending,
  signal: AbortSignal,
  { vault, log }: GatewayDeps,
) => {
  const { provider, ciphertext } = credential;
  if (ciphertext === undefined) return "" as PlainKey;
  try {
    const opening = vault.open(caller.organization.id, { provider, ciphertext });
    return typeof opening === "string" ? opening : await untilAborted(opening, signal);
  } catch (error) {
    signal.throwIfAborted();
    log.error("credential_not_opened", { provider, error: (error as Error).name });
    throw new AttemptFailure("unreachable", "credential_not_opened", "other-provider", false);
  }
};

/**
 * Sends a request to its targets until one answers: at most three attempts, each recorded.
 *
 * @throws AttemptFailure of the last attempt.
 */
export const send = async <T>(
  sending: Sending,
  deps: GatewayDeps,
  attempt: (target: Target, context: AttemptContext) => Promise<T>,
): Promise<Sent<T>> => {
  const { targets, attempts, mostAttempts = maxAttempts } = sending;
  let target = targets[0];
  let untried = targets.slice(1);
  for (;;) {
    if (!target) throw new RequestError(500, "no_target", "the decision named no model");
    const outcome = await tryOnce(target, sending, deps, attempt);
    if (!(outcome instanceof AttemptFailure)) return outcome;
    if (attempts.length >= mostAttempts) throw outcome;
    const following = nextTarget(outcome, target, untried);
    if (!following) throw outcome;
    if (following === target) {
      const delayMs = retryDelayMs(attempts.length, deps.random, outcome.answer?.headers);
      if (delayMs === undefined) throw outcome;
      await pause(delayMs, sending.clientSignal, deps);
    }
    untried = untried.filter((other) => other !== following);
    target = following;
  }
};

const tryOnce = async <T>(
  target: Target,
  sending: Sending,
  deps: GatewayDeps,
  attempt: (target: Target, context: AttemptContext) => Promise<T>,
): Promise<Sent<T> | AttemptFailure> => {
  const { outbound, clientSignal, startedAt, attempts } = sending;
  const { now, circuits, timeouts, upstream } = deps;
  const { provider, id: model } = target.offer;
  const begunAt = now();
  const deadlines = watchDeadlines(timeouts, clientSignal, {
    totalLeftMs: startedAt + timeouts.totalMs - begunAt,
    streamed: outbound.request.streamed,
  });
  const entry = (rest: Pick<Attempt, "outcome"> & Partial<Attempt>): Attempt => ({
    provider,
    model,
    startedMs: Math.max(0, begunAt - startedAt),
    durationMs: Math.max(0, now() - begunAt),
    ...rest,
  });
  try {
    const key = await openKey(target, sending, deadlines.signal, deps);
    const result = await attempt(target, { outbound, key, upstream, deadlines });
    circuits.succeeded(provider);
    const answered = entry({ outcome: "answered", status: 200 });
    attempts.push(answered);
    return { target, result, attempt: answered, deadlines };
  } catch (error) {
    deadlines.abandon();
    const failure = toAttemptFailure(error);
    if (failure.providersFault) circuits.failed(provider);
    const { outcome, code, answer } = failure;
    attempts.push(entry({ outcome, errorCode: code, ...(answer && { status: answer.status }) }));
    return failure;
  }
};
