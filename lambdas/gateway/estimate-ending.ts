import type { Tokens } from "../../core/money/amounts";
import type { GatewayDeps } from "./deps";
import { estimateBuckets } from "./estimate-tokens";
import type { Ending, Ledger } from "./ledger";

/**
 * A tokenizer's count of what a provider was sent and gave, where it did not count by itself. Never
 * rejects.
 */
export const estimateEnding = async (
  { conversation }: Ledger,
  {
    target,
    usage,
    partial = false,
    said = "",
  }: Pick<Ending, "target" | "usage" | "partial" | "said">,
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
