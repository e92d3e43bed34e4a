import { noTokens } from "../../core/usage/token-buckets";
import { type Bill, billOf } from "./bill";
import type { GatewayDeps } from "./deps";
import type { Ending, Ledger } from "./ledger";
import { rememberSession } from "./remember-session";
import { toUsageEvent } from "./to-usage-event";

const unbillable: Bill = {
  tokens: noTokens,
  tokensFrom: "none",
  cost: null,
  referenceCost: null,
  saved: null,
};

/** A request must be recorded even where it can't be billed: then it is unpriced. */
const billOrUnpriced = (ledger: Ledger, ending: Ending, deps: GatewayDeps): Bill => {
  try {
    return billOf(ledger, ending, deps);
  } catch (error) {
    const { id: requestId } = ledger;
    deps.log.error("request_not_billed", { requestId, error: (error as Error).name });
    return unbillable;
  }
};

/**
 * Bills and records a request, once, whatever became of it. Never throws.
 *
 * @returns the bill at once; `settled` resolves when the event is in the queue and the reservation
 * given back, and never rejects.
 */
export const closeLedger = (
  ledger: Ledger,
  ending: Ending,
  deps: GatewayDeps,
): { readonly bill: Bill; readonly settled: Promise<void> } => {
  const bill = billOrUnpriced(ledger, ending, deps);
  const sending = deps.usage.send(toUsageEvent(ledger, ending, bill, deps));
  const { reservation } = ledger;
  const settling = reservation?.settle(bill.cost ?? reservation.estimate);
  const remembering = rememberSession(ledger, ending, deps);
  const settled = Promise.allSettled([sending, settling, remembering]).then((results) => {
    for (const result of results) {
      if (result.status === "fulfilled") continue;
      const { name: error } = result.reason as Error;
      deps.log.error("request_not_settled", { requestId: ledger.id, error });
    }
  });
  return { bill, settled };
};
