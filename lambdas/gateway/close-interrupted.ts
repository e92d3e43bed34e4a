import { closeLedger } from "./close-ledger";
import type { GatewayDeps } from "./deps";
import { estimateEnding } from "./estimate-ending";
import type { Ending, Ledger } from "./ledger";

/**
 * Bills and records a request whose caller waits for nothing more: where its provider gave no count,
 * by a tokenizer's. Never rejects.
 */
export const closeInterrupted = async (
  ledger: Ledger,
  ending: Ending,
  deps: GatewayDeps,
): Promise<void> => {
  const estimate = await estimateEnding(ledger, ending, deps);
  return closeLedger(ledger, { ...ending, ...estimate }, deps).settled;
};
