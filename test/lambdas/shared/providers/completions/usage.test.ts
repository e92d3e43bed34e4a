import fc from "fast-check";
import {
  inputTokens,
  noTokens,
  outputTokens,
  type TokenBuckets,
} from "../../../../../core/usage/token-buckets";
import { readAnswer, readEvent } from "../../../../../lambdas/shared/providers/completions/events";
import { readUsage } from "../../../../../lambdas/shared/providers/completions/usage";
import usages from "../../../../fixtures/openai/usages.json";

const cases = usages.map(({ case: name, n, usage }) => ({ name: `${name} (${n})`, usage }));

const sumsOf = (tokens: TokenBuckets = noTokens) => [inputTokens(tokens), outputTokens(tokens)];

describe("OpenAI's counts", () => {
  test.each(cases)("of $name sum back to its own totals", ({ usage }) => {
    const answer = readAnswer(JSON.stringify({ choices: [], usage }));
    const event = readEvent(JSON.stringify({ choices: [], usage }));
    expect(event).toMatchObject({ onlyUsage: true, tokens: answer?.tokens });
    expect(sumsOf(answer?.tokens)).toEqual([usage.prompt_tokens, usage.completion_tokens]);
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
        (prompt, completion, ofPrompt, ofAnswer) => {
          const usage = {
            prompt_tokens: prompt,
            completion_tokens: completion,
            prompt_tokens_details: ofPrompt,
            completion_tokens_details: ofAnswer,
          };
          const tokens = readAnswer(JSON.stringify({ choices: [], usage }))?.tokens;
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
    expect(readUsage(usage)).toBeUndefined();
  });
});
