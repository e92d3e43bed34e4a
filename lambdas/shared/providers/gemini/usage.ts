import * as z from "zod";
import type { Tokens } from "../../../../core/money/amounts";
import type { AudioTokens, ProviderUsage } from "../../../../core/usage/provider-usage";
import type { TokenBuckets } from "../../../../core/usage/token-buckets";

/** More tokens than any request has: beyond it the count is no count. */
const mostTokens = 100_000_000;
const count = z.int().nonnegative().max(mostTokens).nullish().catch(undefined);

const details = z
  .array(z.object({ modality: z.string(), tokenCount: count }))
  .nullish()
  .catch(undefined);

const tier = z.string().nullish().catch(undefined);

/**
 * `promptTokenCount` includes cached ones; the total is the sum of prompt, tools' results, candidates
 * and thoughts.
 * @see https://ai.google.dev/api/generate-content#UsageMetadata (read 2026-11-24)
 */
const usageSchema = z.object({
  promptTokenCount: z.int().nonnegative().max(mostTokens),
  cachedContentTokenCount: count,
  candidatesTokenCount: count,
  thoughtsTokenCount: count,
  toolUsePromptTokenCount: count,
  totalTokenCount: count,
  promptTokensDetails: details,
  cacheTokensDetails: details,
  candidatesTokensDetails: details,
  toolUsePromptTokensDetails: details,
  serviceTier: tier,
  trafficType: tier,
});

type Usage = z.infer<typeof usageSchema>;

/** Disjoint buckets that sum back to the provider's own total. */
const toBuckets = (usage: Usage): TokenBuckets => {
  const prompt = usage.promptTokenCount;
  const tools = usage.toolUsePromptTokenCount ?? 0;
  const answer = usage.candidatesTokenCount ?? 0;
  const thoughts = usage.thoughtsTokenCount ?? 0;
  const cacheRead = Math.min(usage.cachedContentTokenCount ?? 0, prompt);
  // What the total counts and no part of it names would be billed as output.
  const unnamed = Math.max((usage.totalTokenCount ?? 0) - prompt - tools - answer - thoughts, 0);
  return {
    freshInput: (prompt - cacheRead + tools) as Tokens,
    cacheRead: cacheRead as Tokens,
    cacheWrite5m: 0 as Tokens,
    cacheWrite1h: 0 as Tokens,
    visibleOutput: (answer + unnamed) as Tokens,
    reasoningOutput: thoughts as Tokens,
  };
};

const soundIn = (counts: Usage["promptTokensDetails"]): number =>
  (counts ?? [])
    .filter(({ modality }) => modality === "AUDIO")
    .reduce((sum, { tokenCount }) => sum + (tokenCount ?? 0), 0);

/** How much of the input is sound; the prompt's count includes what was cached, as all of them do. */
const toAudio = (usage: Usage, { freshInput, cacheRead }: TokenBuckets): AudioTokens => {
  const cached = Math.min(soundIn(usage.cacheTokensDetails), cacheRead);
  const heard =
    Math.max(soundIn(usage.promptTokensDetails) - cached, 0) +
    soundIn(usage.toolUsePromptTokensDetails);
  const fresh = Math.min(heard, freshInput);
  return {
    ...(fresh > 0 && { freshInput: fresh as Tokens }),
    ...(cached > 0 && { cacheRead: cached as Tokens }),
  };
};

/**
 * What comes out and is no text has a price of its own, as sound that goes in has, fresh and cached:
 * where nothing tells how much of it was cached, there is no telling what it costs.
 * @see https://ai.google.dev/gemini-api/docs/pricing (read 2026-11-24)
 */
const hasOtherRates = (usage: Usage): boolean => {
  const made = (usage.candidatesTokensDetails ?? []).some(
    ({ modality, tokenCount }) => modality !== "TEXT" && (tokenCount ?? 0) > 0,
  );
  const cachedSome = (usage.cachedContentTokenCount ?? 0) > 0 && !usage.cacheTokensDetails;
  return made || (cachedSome && soundIn(usage.promptTokensDetails) > 0);
};

/** Tiers billed as the price list says: the Gemini API's own, and Vertex AI's. */
const standardTiers = ["standard", "unspecified", "ON_DEMAND", "TRAFFIC_TYPE_UNSPECIFIED"];

/** Reads a `usageMetadata` object; undefined where it counts nothing that could be billed by. */
export const readUsage = (value: unknown): ProviderUsage | undefined => {
  const parsed = usageSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const usage = parsed.data;
  const tokens = toBuckets(usage);
  const audio = toAudio(usage, tokens);
  const serviceTier = usage.serviceTier ?? usage.trafficType;
  return {
    tokens,
    ...(Object.keys(audio).length > 0 && { audio }),
    ...(serviceTier != null && !standardTiers.includes(serviceTier) && { serviceTier }),
    ...(hasOtherRates(usage) && { otherRates: true }),
  };
};
