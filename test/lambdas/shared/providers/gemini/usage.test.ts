import fc from "fast-check";
import { inputTokens, noTokens, outputTokens } from "../../../../../core/usage/token-buckets";
import { readUsage } from "../../../../../lambdas/shared/providers/gemini/usage";

describe("Gemini's counts", () => {
  test("are told apart: tools' results are input, what is cached is within the prompt", () => {
    expect(
      readUsage({
        promptTokenCount: 19,
        cachedContentTokenCount: 3,
        candidatesTokenCount: 4,
        toolUsePromptTokenCount: 63,
        thoughtsTokenCount: 56,
        totalTokenCount: 142,
        serviceTier: "standard",
      }),
    ).toEqual({
      tokens: { ...noTokens, freshInput: 79, cacheRead: 3, visibleOutput: 4, reasoningOutput: 56 },
    });
  });

  test("sum back to the total and are never negative, whatever they claim", () => {
    // A hundred million tokens: more than any request has.
    const most = 100_000_000;
    const count = fc.option(fc.nat({ max: most }), { nil: undefined });
    fc.assert(
      fc.property(
        fc.nat({ max: most }),
        fc.tuple(count, count, count, count),
        (promptTokenCount, [cached, candidates, thoughts, tools]) => {
          const total = promptTokenCount + (candidates ?? 0) + (thoughts ?? 0) + (tools ?? 0);
          const tokens = readUsage({
            promptTokenCount,
            cachedContentTokenCount: cached,
            candidatesTokenCount: candidates,
            thoughtsTokenCount: thoughts,
            toolUsePromptTokenCount: tools,
            totalTokenCount: total,
          })?.tokens;
          const buckets = Object.values(tokens ?? {});
          expect(Math.min(...buckets)).toBeGreaterThanOrEqual(0);
          expect(buckets.reduce((sum, bucket) => sum + bucket, 0)).toBe(total);
          expect(inputTokens(tokens ?? noTokens)).toBe(promptTokenCount + (tools ?? 0));
        },
      ),
    );
  });

  test("count as output what the total has beyond its parts", () => {
    const usage = readUsage({ promptTokenCount: 5, totalTokenCount: 9 });
    expect(outputTokens(usage?.tokens ?? noTokens)).toBe(4);
  });

  test.each([
    {
      name: "audio heard",
      field: "promptTokensDetails",
      modality: "AUDIO",
      tokenCount: 1,
      other: true,
    },
    {
      name: "audio cached",
      field: "cacheTokensDetails",
      modality: "AUDIO",
      tokenCount: 1,
      other: true,
    },
    {
      name: "no audio",
      field: "promptTokensDetails",
      modality: "AUDIO",
      tokenCount: 0,
      other: undefined,
    },
    {
      name: "an image seen",
      field: "promptTokensDetails",
      modality: "IMAGE",
      tokenCount: 1,
      other: undefined,
    },
    {
      name: "an image made",
      field: "candidatesTokensDetails",
      modality: "IMAGE",
      tokenCount: 1,
      other: true,
    },
    {
      name: "words said",
      field: "candidatesTokensDetails",
      modality: "TEXT",
      tokenCount: 1,
      other: undefined,
    },
  ])("know $name to have a rate of its own: $other", ({ field, modality, tokenCount, other }) => {
    const usage = readUsage({ promptTokenCount: 1, [field]: [{ modality, tokenCount }] });
    expect(usage?.otherRates).toBe(other);
  });

  test.each([
    { tier: { serviceTier: "flex" }, named: "flex" },
    { tier: { serviceTier: "priority" }, named: "priority" },
    { tier: { trafficType: "PROVISIONED_THROUGHPUT" }, named: "PROVISIONED_THROUGHPUT" },
    { tier: { trafficType: "ON_DEMAND" }, named: undefined },
    { tier: { serviceTier: "standard" }, named: undefined },
  ])("name the tier where it is not the usual one: $tier", ({ tier, named }) => {
    expect(readUsage({ promptTokenCount: 1, ...tier })?.serviceTier).toBe(named);
  });

  test.each([undefined, null, {}, { trafficType: "ON_DEMAND" }, { promptTokenCount: -1 }, "7"])(
    "are none where nothing is counted: %j",
    (value) => {
      expect(readUsage(value)).toBeUndefined();
    },
  );
});
