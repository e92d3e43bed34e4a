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

  const sound = (tokenCount: number) => [
    { modality: "TEXT", tokenCount: 10 },
    { modality: "AUDIO", tokenCount },
  ];

  test.each([
    {
      name: "heard",
      usage: { promptTokensDetails: sound(60) },
      audio: { freshInput: 60 },
    },
    {
      name: "heard, part of it cached",
      usage: {
        cachedContentTokenCount: 50,
        promptTokensDetails: sound(60),
        cacheTokensDetails: sound(40),
      },
      audio: { freshInput: 20, cacheRead: 40 },
    },
    {
      name: "in what a tool gave",
      usage: { toolUsePromptTokenCount: 20, toolUsePromptTokensDetails: sound(10) },
      audio: { freshInput: 10 },
    },
    {
      name: "claimed beyond what there is",
      usage: { promptTokensDetails: sound(500), cacheTokensDetails: sound(7) },
      audio: { freshInput: 100 },
    },
    { name: "of no length", usage: { promptTokensDetails: sound(0) }, audio: undefined },
  ])("tell sound $name from words", ({ usage, audio }) => {
    const read = readUsage({ promptTokenCount: 100, ...usage });
    expect(read?.audio).toEqual(audio);
    expect(read?.otherRates).toBeUndefined();
  });

  test("have no known rate where sound may have been cached", () => {
    const heard = { promptTokenCount: 100, promptTokensDetails: sound(60) };
    expect(readUsage({ ...heard, cachedContentTokenCount: 50 })?.otherRates).toBe(true);
  });

  test.each([
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
