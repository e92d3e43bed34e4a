import { toSaidAnswer } from "../../core/chat/neutral/to-said-answer";
import { InexactAmountError } from "../../core/money/cost";
import { passesCheck } from "../../core/routing/cascade/passes-check";
import type { Charge } from "../../core/usage/charge";
import { factsOf } from "./answer-facts";
import { attemptWhole, type WholeAnswer } from "./attempt";
import { AttemptFailure, toAttemptFailure } from "./attempt-failure";
import type { Cascade } from "./cascade";
import { type Answered, chargeOf } from "./charge";
import { countTokens } from "./count-tokens";
import { InterruptedError } from "./deadlines";
import type { GatewayDeps } from "./deps";
import { estimateEnding } from "./estimate-ending";
import { type Ledger, targetLeft } from "./ledger";
import { nextTarget, type Sending, type Sent, send } from "./send";
import type { Target } from "./target";

type SentWhole = Sent<WholeAnswer>;
type Planned = Cascade & Required<Pick<Cascade, "first" | "check">>;

/** What cannot be counted exactly is unpriced, and keeps no caller from an answer. */
const chargeOrUnpriced = (ledger: Ledger, answered: Answered): Charge => {
  try {
    return chargeOf(ledger, answered);
  } catch (error) {
    if (!(error instanceof InexactAmountError)) throw error;
    return { ...countTokens(ledger, answered), cost: null };
  }
};

const charge = (ledger: Ledger, { attempt, target, result }: SentWhole): Charge => {
  const billed = chargeOrUnpriced(ledger, { target, ...factsOf(result.said) });
  attempt.tokens = billed.tokens;
  attempt.cost = billed.cost;
  if (billed.units) attempt.units = billed.units;
  if (billed.serviceTier !== undefined) attempt.serviceTier = billed.serviceTier;
  return billed;
};

/** A call that the caller broke off is billed as well: see `targetLeft`. */
const chargeLeft = async (ledger: Ledger, deps: GatewayDeps): Promise<void> => {
  const last = ledger.attempts.at(-1);
  const { target } = targetLeft(ledger);
  if (!last || !target) return;
  const left = { target, ...(await estimateEnding(ledger, { target }, deps)) };
  const billed = chargeOrUnpriced(ledger, left);
  last.tokens = billed.tokens;
  last.cost = billed.cost;
};

/** The first model gets one attempt. */
const tryFirst = async (
  first: Target,
  sending: Sending,
  deps: GatewayDeps,
): Promise<SentWhole | AttemptFailure> => {
  try {
    return await send({ ...sending, targets: [first], mostAttempts: 1 }, deps, attemptWhole);
  } catch (error) {
    if (error instanceof AttemptFailure) return error;
    throw error;
  }
};

/** Where a request goes on whose first model gave no answer that will do. */
const restAfter = (
  tried: SentWhole | AttemptFailure,
  first: Target,
  others: readonly Target[],
): readonly Target[] => {
  const following =
    tried instanceof AttemptFailure
      ? nextTarget(tried, first, others)
      : others.find(({ asked }) => asked);
  if (following === undefined || following === first) return [];
  return [following, ...others.filter((other) => other !== following)];
};

/**
 * Checks what the first model gave. An answer that fails is billed and discarded.
 *
 * @throws AttemptFailure where the caller has left meanwhile: then nobody else is called.
 */
const judge = (
  sent: SentWhole,
  ledger: Ledger,
  cascade: Planned,
  left: boolean,
  deps: GatewayDeps,
) => {
  sent.deadlines.stop();
  const billed = charge(ledger, sent);
  const passed = passesCheck(cascade.check, toSaidAnswer(sent.result.said), deps.matchesSchema);
  sent.attempt.check = passed ? "passed" : "failed";
  if (passed) {
    cascade.outcome = "passed";
    return true;
  }
  cascade.discarded = billed;
  if (left) throw toAttemptFailure(new InterruptedError("client-left"));
  cascade.outcome = "escalated";
  return false;
};

const sendPlanned = async (
  ledger: Ledger,
  cascade: Planned,
  sending: Sending,
  deps: GatewayDeps,
): Promise<SentWhole> => {
  const { first } = cascade;
  const tried = await tryFirst(first, sending, deps);
  const failed = tried instanceof AttemptFailure;
  if (!failed && judge(tried, ledger, cascade, sending.clientSignal.aborted, deps)) return tried;
  const others = sending.targets.filter((target) => target !== first);
  const targets = restAfter(tried, first, others);
  if (failed) {
    if (targets.length === 0) throw tried;
    cascade.outcome = "off-first-call-failed";
  }
  const sent = await send({ ...sending, targets }, deps, attemptWhole);
  charge(ledger, sent);
  return sent;
};

/**
 * Sends a request that wants its answer whole: to its targets as they come, or, where a cascade is
 * planned, first to the cheaper model, and to the reference only if that one's answer fails the
 * check. So there are at most two answers, and at most three attempts as without a cascade.
 *
 * @throws AttemptFailure of the last attempt; a discarded answer is never given in its place.
 */
export const sendWhole = async (
  ledger: Ledger,
  sending: Sending,
  deps: GatewayDeps,
): Promise<SentWhole> => {
  const { cascade } = ledger;
  if (!cascade?.first || !cascade.check) return send(sending, deps, attemptWhole);
  try {
    return await sendPlanned(ledger, cascade as Planned, sending, deps);
  } catch (error) {
    await chargeLeft(ledger, deps);
    throw error;
  }
};
