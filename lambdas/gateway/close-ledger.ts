import type { PicoUsd } from "../../core/money/amounts";
import { type Bill, billOf } from "./bill";
import type { GatewayDeps } from "./deps";
import type { Ending, Ledger } from "./ledger";
import { toUsageEvent } from "./to-usage-event";

/**
 * Bills and records a request, once, whatever became of it.
 *
 * @returns the bill at once; `settled` resolves when the event is in the queue and the reservation
 * given back, and never rejects.
 */
export const closeLedger = (
  ledger: Ledger,
  ending: Ending,
  deps: GatewayDeps,
): { readonly bill: Bill; readonly settled: Promise<void> } => {
  const bill = billOf(ledger, ending, deps);
  const sending = deps.usage.send(toUsageEvent(ledger, ending, bill, deps));
  const settling = ledger.reservation?.settle(bill.cost ?? (0 as PicoUsd));
  const settled = Promise.allSettled([sending, settling]).then((results) => {
    for (const result of results) {
      if (result.status === "rejected") {
        deps.log.error("request_not_settled", {
          requestId: ledger.id,
          reason: String(result.reason),
        });
      }
    }
  });
  return { bill, settled };
};
