import { answerContext } from "./answer-context";
import { factsOf } from "./answer-facts";
import { billHeaders, providersHeaders, routingHeaders } from "./answer-headers";
import type { WholeAnswer } from "./attempt";
import { closeLedger } from "./close-ledger";
import type { GatewayDeps } from "./deps";
import type { GatewayAnswer } from "./exchange";
import type { Ledger } from "./ledger";
import type { Sending, Sent } from "./send";
import { sendWhole } from "./send-cascade";

/** The provider's bytes where it speaks the caller's dialect; else the same in that dialect. */
const bodyFor = (
  { dialect, id, startedAt }: Ledger,
  { outbound }: Sending,
  { target, result }: Sent<WholeAnswer>,
): string => {
  if (target.adapter.dialect === dialect.id) return result.body;
  return dialect.writeAnswer(
    result.said,
    answerContext({ id, startedAt }, outbound.request, target),
  );
};

/**
 * Answers a request that wants its answer whole, with the bill in the headers.
 *
 * @throws AttemptFailure where no attempt brought an answer.
 */
export const answerWhole = async (
  ledger: Ledger,
  sending: Sending,
  deps: GatewayDeps,
): Promise<GatewayAnswer> => {
  const sent = await sendWhole(ledger, sending, deps);
  const { target, result, deadlines } = sent;
  deadlines.stop();
  const body = bodyFor(ledger, sending, sent);
  const ending = { status: 200, outcome: "ok" as const, target, ...factsOf(result.said) };
  const { bill, settled } = closeLedger(ledger, ending, deps);
  return {
    status: 200,
    headers: {
      ...providersHeaders(result.headers),
      "content-type": "application/json",
      ...routingHeaders(ledger, target),
      ...billHeaders(bill),
    },
    body,
    settled,
  };
};
