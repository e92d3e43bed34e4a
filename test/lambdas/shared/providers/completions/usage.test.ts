import fc from "fast-check";
import type { ProviderUsage } from "../../../../../core/usage/provider-usage";
import {
  inputTokens,
  noTokens,
  outputTokens,
  type TokenBuckets,
} from "../../../../../core/usage/token-buckets";
import { createAdapters } from "../../../../../lambdas/shared/providers/adapters";
import usages from "../../../../fixtures/openai/usages.json";

const openai = createAdapters().find("openai", "completions");
const whole = (usage: unknown, more: object = {}): ProviderUsage | undefined =>
  openai?.readAnswer(JSON.stringify({ choices: [], usage, ...more }))?.usage;
const streamed = (chunk: object) => openai?.eventReader()(JSON.stringify(chunk));

const cases = usages.map(({ case: name, n, usage }) => ({ name: `${name} (${n})`, usage }));

const sumsOf = (tokens: TokenBuckets = noTokens) => [inputTokens(tokens), outputTokens(tokens)];

describe("OpenAI's counts", () => {
  test.each(cases)("of $name sum back to its own totals", ({ usage }) => {
    const counted = whole(usage);
    expect(streamed({ choices: [], usage })).toEqual([
      { kind: "usage", usage: counted, alone: true },
    ]);
    expect(sumsOf(counted?.tokens)).toEqual([usage.prompt_tokens, usage.completion_tokens]);
    expect(usage.prompt_tokens + usage.completion_tokens).toBe(usage.total_tokens);
  });

  test("sum back and are never negative, whatever the details claim", () => {
    // A hundred million tokens: more than any request has.
    const most = 100_000_000;
    const count = fc.option(fc.nat({ max: most }), { nil: null });
    const details = fc.option(
      fc.record({ cached_tokens: count, cache_write_tokens: count, reasoning_tokens: count }),
      { nil: null },
    );
    fc.assert(
      fc.property(
        fc.nat({ max: most }),
        count,
        details,
        details,
        count,
        (prompt, completion, ofPrompt, ofAnswer, cached) => {
          const usage = {
            prompt_tokens: prompt,
            completion_tokens: completion,
            prompt_tokens_details: ofPrompt,
            completion_tokens_details: ofAnswer,
            prompt_cache_hit_tokens: cached,
          };
          const tokens = whole(usage)?.tokens;
          expect(sumsOf(tokens)).toEqual([prompt, completion ?? 0]);
          expect(Math.min(...Object.values(tokens ?? {}))).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  test.each([
    { name: "no object", usage: 7 },
    { name: "a negative count", usage: { prompt_tokens: -1, completion_tokens: 0 } },
    { name: "a fraction", usage: { prompt_tokens: 1.5, completion_tokens: 0 } },
    { name: "no prompt count", usage: { completion_tokens: 1 } },
  ])("$name is no count", ({ usage }) => {
    expect(whole(usage)).toBeUndefined();
  });
});

const counted = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };

describe("what the family counts in ways of its own", () => {
  test.each([
    { by: "OpenAI", cached: { prompt_tokens_details: { cached_tokens: 60 } } },
    { by: "Mistral", cached: { num_cached_tokens: 60 } },
    { by: "Mistral's older models", cached: { prompt_token_details: { cached_tokens: 60 } } },
    { by: "DeepSeek", cached: { prompt_cache_hit_tokens: 60, prompt_cache_miss_tokens: 40 } },
    { by: "Moonshot", cached: { cached_tokens: 60 } },
  ])("cached tokens as $by names them", ({ cached }) => {
    const tokens = whole({ ...counted, ...cached })?.tokens;
    expect(tokens).toMatchObject({ freshInput: 40, cacheRead: 60, visibleOutput: 20 });
  });

  test("reasoning beside the completion is added where the total says so (xAI)", () => {
    const details = { completion_tokens_details: { reasoning_tokens: 30 } };
    const beside = whole({ ...counted, total_tokens: 150, ...details })?.tokens;
    expect(beside).toMatchObject({ visibleOutput: 20, reasoningOutput: 30 });
    const within = whole({ ...counted, completion_tokens: 50, total_tokens: 150, ...details });
    expect(within?.tokens).toMatchObject({ visibleOutput: 20, reasoningOutput: 30 });
  });

  test.each([
    { what: "sound that was heard", more: { prompt_tokens_details: { audio_tokens: 5 } } },
    { what: "sound that was made", more: { completion_tokens_details: { audio_tokens: 5 } } },
    { what: "images that were drawn", more: { completion_tokens_details: { image_tokens: 5 } } },
    { what: "Perplexity's citations", more: { citation_tokens: 5 } },
    { what: "thoughts beside the total", more: { reasoning_tokens: 5 } },
    { what: "a search by its sources (xAI)", more: { num_sources_used: 5 } },
  ])("$what is billed at other rates", ({ more }) => {
    expect(whole({ ...counted, ...more })?.otherRates).toBe(true);
    expect(whole(counted)).not.toHaveProperty("otherRates");
  });

  test.each([
    {
      what: "Perplexity's searches and its fee for a request",
      more: { num_search_queries: 3, cost: { request_cost: 0.005, total_cost: 0.01 } },
      units: { "web-search": 3, request: 1 },
    },
    {
      what: "OpenRouter's searches; its cost is none of them",
      more: { server_tool_use_details: { web_search_requests: 2 }, cost: 0.01 },
      units: { "web-search": 2 },
    },
    { what: "xAI's sources are no searches", more: { num_sources_used: 4 }, units: undefined },
    { what: "no searches", more: { num_search_queries: 0 }, units: undefined },
  ])("$what by the piece", ({ more, units }) => {
    expect(whole({ ...counted, ...more })?.units).toEqual(units);
  });

  test.each([
    { tier: "flex", said: "flex" },
    { tier: "priority", said: "priority" },
    { tier: "default", said: undefined },
    { tier: "auto", said: undefined },
    { tier: "on_demand", said: undefined },
    { tier: null, said: undefined },
  ])("the tier $tier", ({ tier, said }) => {
    expect(whole(counted, { service_tier: tier })?.serviceTier).toBe(said);
    const read = openai?.eventReader();
    read?.(JSON.stringify({ id: "1", service_tier: tier, choices: [] }));
    expect(read?.(JSON.stringify({ choices: [], usage: counted }))).toMatchObject([
      { kind: "usage", usage: said === undefined ? {} : { serviceTier: said } },
    ]);
  });
});
