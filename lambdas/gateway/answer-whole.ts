import { billHeaders, providersHeaders, routingHeaders } from "./answer-headers";
import { closeLedger } from "./close-ledger";
import type { GatewayDeps } from "./deps";
import type { GatewayAnswer } from "./exchange";
import type { Ledger } from "./ledger";
import type { Sending } from "./send";
import { sendWhole } from "./send-cascade";

/**
 * Answers a request that wants its answer whole: the provider's bytes, with the bill in the headers.
 *
 * @throws AttemptFailure where no attempt brought an answer.
 */
export const answerWhole = async (
  ledger: Ledger,
  sending: Sending,
  deps: GatewayDeps,
): Promise<GatewayAnswer> => {
  const { target, result, deadlines } = await sendWhole(ledger, sending, deps);
  deadlines.stop();
  const { bill, settled } = closeLedger(
    ledger,
    { status: 200, outcome: "ok", target, ...result.facts },
    deps,
  );
  return {
    status: 200,
    headers: {
      ...providersHeaders(result.headers),
      "content-type": "application/json",
      ...routingHeaders(ledger, target),
      ...billHeaders(bill),
    },
    body: result.body,
    settled,
  };
};
