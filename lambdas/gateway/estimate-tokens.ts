import type { Conversation } from "../../core/chat/conversation";
import { estimateTokens } from "../../core/chat/estimate-tokens";
import type { Tokens } from "../../core/money/amounts";
import type { CountTokens } from "../../core/ports/tokenizer";
import { noTokens, type TokenBuckets } from "../../core/usage/token-buckets";

/**
 * The tokens of a request that broke off before its provider counted: its words by a tokenizer, its
 * images, schemas and framing as the router estimated them.
 *
 * @param said - all that came of the answer, as text.
 */
export const estimateBuckets = async (
  { turns, estimatedInputTokens }: Conversation,
  said: string,
  countTokens: CountTokens,
): Promise<TokenBuckets> => {
  const roughly = turns.reduce((sum, { text }) => sum + estimateTokens(text), 0);
  const counted = await countTokens(turns.map(({ text }) => text).join("\n"));
  return {
    ...noTokens,
    freshInput: (estimatedInputTokens - roughly + counted) as Tokens,
    visibleOutput: (await countTokens(said)) as Tokens,
  };
};
