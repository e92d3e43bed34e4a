import type { Tokens } from "../../core/money/amounts";
import { noTokens } from "../../core/usage/token-buckets";
import type { UsageEvent } from "../../core/usage/usage-event";
import type { Ending, Ledger } from "./ledger";

/** The provider's count, else an estimate of what a target was sent and gave back. */
export const countTokens = (
  { conversation }: Ledger,
  {
    target,
    usage,
    partial = false,
    estimate,
    outputWeight,
  }: Pick<Ending, "target" | "usage" | "partial" | "estimate" | "outputWeight">,
): Pick<UsageEvent, "tokens" | "tokensFrom"> => {
  if (usage && !partial) return { tokens: usage.tokens, tokensFrom: "provider" };
  if (!target || !conversation) return { tokens: noTokens, tokensFrom: "none" };
  if (estimate) return { tokens: estimate, tokensFrom: "estimate" };
  return {
    tokens: {
      ...noTokens,
      freshInput: conversation.estimatedInputTokens,
      visibleOutput: Math.ceil(outputWeight ?? 0) as Tokens,
    },
    tokensFrom: "estimate",
  };
};
