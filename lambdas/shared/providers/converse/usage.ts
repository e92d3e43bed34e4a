import * as z from "zod";
import type { Tokens } from "../../../../core/money/amounts";
import type { ProviderUsage } from "../../../../core/usage/provider-usage";
import type { TokenBuckets } from "../../../../core/usage/token-buckets";

/** More tokens than any request has: beyond it the count is no count. */
const mostTokens = 100_000_000;
const count = z.int().nonnegative().max(mostTokens);
const detail = count.nullish().catch(undefined);

/**
 * `inputTokens` are the fresh ones alone; what was read from and written to a cache stands beside
 * them, and `totalTokens` is the sum of all. Reasoning is counted with the output, and not told apart.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_TokenUsage.html
 * (read 2026-11-24, by the types of `@aws-sdk/client-bedrock-runtime` 3.1164)
 */
const usageSchema = z.object({
  inputTokens: count,
  outputTokens: count.nullish(),
  totalTokens: detail,
  cacheReadInputTokens: detail,
  cacheWriteInputTokens: detail,
  cacheDetails: z
    .array(z.object({ ttl: z.string(), inputTokens: count }))
    .nullish()
    .catch(undefined),
});

type Usage = z.infer<typeof usageSchema>;

const toBuckets = (usage: Usage): TokenBuckets => {
  const { inputTokens: input, totalTokens } = usage;
  const output = usage.outputTokens ?? 0;
  const details = usage.cacheDetails ?? [];
  const lasting = details.filter(({ ttl }) => ttl === "1h");
  const sum = (rows: typeof details) => rows.reduce((all, row) => all + row.inputTokens, 0);
  const written = usage.cacheWriteInputTokens ?? sum(details);
  const cacheWrite1h = Math.min(sum(lasting), written);
  const read = usage.cacheReadInputTokens ?? 0;
  // Where the total shows that a model counts cached tokens as input, they are not counted twice.
  const within = read + written <= input && totalTokens === input + output;
  return {
    freshInput: (within ? input - read - written : input) as Tokens,
    cacheRead: read as Tokens,
    cacheWrite5m: (written - cacheWrite1h) as Tokens,
    cacheWrite1h: cacheWrite1h as Tokens,
    visibleOutput: output as Tokens,
    reasoningOutput: 0 as Tokens,
  };
};

const contextSchema = z.object({
  usage: z.unknown().optional(),
  serviceTier: z.object({ type: z.string() }).nullish().catch(undefined),
  performanceConfig: z.object({ latency: z.string() }).nullish().catch(undefined),
});

/**
 * Reads what a whole answer, or the `metadata` of a stream, says of its use; undefined where it
 * counts nothing that could be billed by. Latency-optimized models have rates of their own.
 */
export const readUsage = (value: unknown): ProviderUsage | undefined => {
  const context = contextSchema.safeParse(value);
  if (!context.success) return undefined;
  const usage = usageSchema.safeParse(context.data.usage);
  if (!usage.success) return undefined;
  const { serviceTier, performanceConfig } = context.data;
  const optimized = performanceConfig?.latency === "optimized";
  const tier = serviceTier?.type;
  return {
    tokens: toBuckets(usage.data),
    ...(tier !== undefined && tier !== "default" && { serviceTier: tier }),
    ...(optimized && { otherRates: true as const }),
  };
};
