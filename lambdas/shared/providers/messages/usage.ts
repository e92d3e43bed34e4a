import * as z from "zod";
import type { Tokens } from "../../../../core/money/amounts";
import type { ProviderUsage } from "../../../../core/usage/provider-usage";
import { addTokens, type TokenBuckets } from "../../../../core/usage/token-buckets";

/** More tokens than any request has: beyond it the count is no count. */
const mostTokens = 100_000_000;
const count = z.int().nonnegative().max(mostTokens).nullish().catch(undefined);
const name = z.string().nullish().catch(undefined);

const counts = {
  input_tokens: count,
  output_tokens: count,
  cache_read_input_tokens: count,
  cache_creation_input_tokens: count,
  cache_creation: z
    .object({ ephemeral_5m_input_tokens: count, ephemeral_1h_input_tokens: count })
    .nullish()
    .catch(undefined),
};

/**
 * What is billed by; Anthropic may add what it likes. `input_tokens` is fresh input only,
 * `output_tokens` all output.
 * @see https://platform.claude.com/docs/en/api/messages (read 2026-11-24, by the types of the
 * `@anthropic-ai/sdk` package 1.12)
 */
const usageSchema = z.object({
  ...counts,
  output_tokens_details: z.object({ thinking_tokens: count }).nullish().catch(undefined),
  server_tool_use: z.object({ web_search_requests: count }).nullish().catch(undefined),
  iterations: z
    .array(z.object({ ...counts, type: name }))
    .nullish()
    .catch(undefined),
  service_tier: name,
  speed: name,
  inference_geo: name,
});

export type MessagesUsage = z.infer<typeof usageSchema>;

type Counts = Pick<MessagesUsage, keyof typeof counts> &
  Pick<Partial<MessagesUsage>, "output_tokens_details">;

/** Reads a `usage` object; undefined where it counts nothing that could be billed by. */
export const readUsage = (value: unknown): MessagesUsage | undefined => {
  const { data } = usageSchema.safeParse(value);
  return data?.input_tokens == null && data?.output_tokens == null ? undefined : data;
};

/**
 * What a stream told so far: its end counts the whole again, but leaves out what does not apply or
 * what its start said for good, such as which cache was written.
 */
export const withLater = (
  earlier: MessagesUsage | undefined,
  later: MessagesUsage,
): MessagesUsage => {
  const said = Object.entries(later).filter(([, value]) => value != null);
  return { ...earlier, ...Object.fromEntries(said) };
};

const toBuckets = (usage: Counts): TokenBuckets => {
  const { cache_creation: split, output_tokens_details: details } = usage;
  const hour = split?.ephemeral_1h_input_tokens ?? 0;
  const written =
    usage.cache_creation_input_tokens ?? hour + (split?.ephemeral_5m_input_tokens ?? 0);
  const cacheWrite1h = Math.min(hour, written);
  const output = usage.output_tokens ?? 0;
  const reasoning = Math.min(details?.thinking_tokens ?? 0, output);
  return {
    freshInput: (usage.input_tokens ?? 0) as Tokens,
    cacheRead: (usage.cache_read_input_tokens ?? 0) as Tokens,
    cacheWrite5m: (written - cacheWrite1h) as Tokens,
    cacheWrite1h: cacheWrite1h as Tokens,
    visibleOutput: (output - reasoning) as Tokens,
    reasoningOutput: reasoning as Tokens,
  };
};

/** What changes no rate: the usual tier and speed, and inference that may run anywhere. */
const usual: readonly unknown[] = [undefined, null, "standard", "global", "not_available"];

/**
 * Fast and regional inference are billed at multiples of the rates, as a tier is.
 * @see https://platform.claude.com/docs/en/about-claude/pricing (read 2026-11-24)
 */
const serviceTierOf = ({ service_tier, speed, inference_geo }: MessagesUsage): string =>
  [service_tier, speed, inference_geo].filter((name) => !usual.includes(name)).join("+");

/** Another model's tokens are billed at that model's price. */
const hasOtherRates = ({ iterations }: MessagesUsage): boolean =>
  (iterations ?? []).some(({ type }) => type !== "message" && type !== "compaction");

/**
 * As it is billed, in disjoint buckets that sum to Anthropic's own counts. What compaction took is
 * in none of those and is added: it is billed as the answer is.
 */
export const toUsage = (usage: MessagesUsage): ProviderUsage => {
  const compacted = (usage.iterations ?? []).filter(({ type }) => type === "compaction");
  const searches = usage.server_tool_use?.web_search_requests ?? 0;
  const serviceTier = serviceTierOf(usage);
  return {
    tokens: compacted.map(toBuckets).reduce(addTokens, toBuckets(usage)),
    ...(searches > 0 && { units: { "web-search": searches } }),
    ...(serviceTier !== "" && { serviceTier }),
    ...(hasOtherRates(usage) && { otherRates: true as const }),
  };
};
