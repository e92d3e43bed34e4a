import type { Tokens } from "../../core/money/amounts";
import { closeLedger } from "./close-ledger";
import type { GatewayDeps } from "./deps";
import { estimateBuckets } from "./estimate-tokens";
import type { Ending, Ledger } from "./ledger";

/** What is needed to estimate is what a provider was sent and did not count. */
const estimated = async (
  { conversation }: Ledger,
  { target, usage, partial = false, said = "" }: Ending,
  { countTokens, log }: GatewayDeps,
): Promise<Pick<Ending, "estimate">> => {
  if ((usage && !partial) || !target || !conversation) return {};
  try {
    if (!usage) return { estimate: await estimateBuckets(conversation, said, countTokens) };
    const { tokens } = usage;
    const output = (await countTokens(said)) as Tokens;
    const visibleOutput = Math.max(tokens.visibleOutput, output) as Tokens;
    return { estimate: { ...tokens, visibleOutput } };
  } catch (error) {
    log.error("tokens_not_counted", { error: (error as Error).name });
    return {};
  }
};

/**
 * Bills and records a request whose caller waits for nothing more: where its provider gave no count,
 * by a tokenizer's. Never rejects.
 */
export const closeInterrupted = async (
  ledger: Ledger,
  ending: Ending,
  deps: GatewayDeps,
): Promise<void> => {
  const estimate = await estimated(ledger, ending, deps);
  return closeLedger(ledger, { ...ending, ...estimate }, deps).settled;
};
