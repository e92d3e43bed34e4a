import { loadCatalog } from "../../../core/catalog/load";
import type { Offer } from "../../../core/catalog/offer";
import { prepareOffer } from "../../../core/routing/prepared-offer";
import { doubtOf, type Prior } from "../../../core/routing/prior";
import { priorsOf } from "../../../core/routing/priors-of";
import { type Task, tasks } from "../../../core/routing/task";
import { offer } from "./offers";

const catalog = loadCatalog();
const known = (name: string): readonly Prior[] =>
  priorsOf(catalog.offers.find(({ id, provider }) => `${provider}/${id}` === name) as Offer);
const at = (priors: readonly Prior[], task: Task): Prior => priors[tasks.indexOf(task)] as Prior;

test("every offer has one prior for each task, a probability worth 3 to 50 observations", () => {
  for (const each of catalog.offers) {
    const priors = priorsOf(each);
    expect(priors).toHaveLength(12);
    for (const { mean, observations } of priors) {
      expect(mean).toBeGreaterThan(0.1);
      expect(mean).toBeLessThan(0.99);
      expect(observations).toBeGreaterThanOrEqual(3);
      expect(observations).toBeLessThanOrEqual(50);
    }
  }
});

test("a prepared offer carries its priors", () => {
  const first = catalog.offers[0] as Offer;
  expect(prepareOffer(first).beliefs().priors).toEqual(priorsOf(first));
});

test("one model has the same priors at every provider, whatever they call it", () => {
  const llama = known("groq/llama-3.1-8b-instant");
  expect(known("bedrock/meta.llama3-1-8b-instruct-v1:0")).toEqual(llama);
  expect(known("azure/meta-llama-3.1-8b-instruct")).toEqual(llama);
  expect(known("openrouter/openai/gpt-4o-mini")).toEqual(known("openai/gpt-4o-mini"));
});

test("an unknown model is judged by its ability, and is surer the better that is founded", () => {
  const at40 = priorsOf(offer("openai", "never-heard-of", { score: 40, basis: "family" }));
  const at10 = priorsOf(offer("openai", "never-heard-of", { score: 10, basis: "family" }));
  const byPrice = priorsOf(offer("openai", "never-heard-of", { score: 40, basis: "price" }));
  for (const task of tasks) {
    expect(at(at40, task).mean).toBeGreaterThan(at(at10, task).mean);
    expect(at(byPrice, task).mean).toBe(at(at40, task).mean);
    expect(at(byPrice, task).observations).toBeLessThan(at(at40, task).observations);
  }
});

test("what an operator declares of a model of their own counts, whatever its name resembles", () => {
  const declared = { score: 3, basis: "declared" } as const;
  expect(priorsOf(offer("custom", "gpt-5.5", declared))).toEqual(
    priorsOf(offer("sandbox", "anything", declared)),
  );
  expect(at(priorsOf(offer("custom", "gpt-5.5", declared)), "code").mean).toBeLessThan(0.7);
});

test("a gap that was filled is less sure than what was measured", () => {
  const measured = at(known("openai/gpt-4o-mini"), "code");
  const guessed = at(
    priorsOf(offer("openai", "never-heard-of", { score: 11, basis: "price" })),
    "code",
  );
  expect(doubtOf(guessed)).toBeGreaterThan(2.5 * doubtOf(measured));
  const unmeasured = at(known("openai/gpt-4o-mini"), "classification");
  expect(unmeasured.observations).toBeLessThan(measured.observations);
});

/** From weaker to stronger: at no task may one be below the one before, but for 2% of luck. */
const ladders = [
  ["groq/llama-3.1-8b-instant", "groq/llama-3.3-70b-versatile"],
  ["openai/gpt-3.5-turbo", "openai/gpt-4o-mini", "openai/gpt-4o", "openai/gpt-4.1", "openai/gpt-5"],
  ["openai/gpt-5-nano", "openai/gpt-5-mini", "openai/gpt-5", "openai/gpt-5.4", "openai/gpt-5.5"],
  ["openai/gpt-4.1-nano", "openai/gpt-4.1-mini", "openai/gpt-4.1"],
  ["openrouter/anthropic/claude-3-haiku", "anthropic/claude-haiku-4-5"],
  ["anthropic/claude-sonnet-4-5", "anthropic/claude-sonnet-4-6", "anthropic/claude-sonnet-5"],
  ["gemini/gemini-2.5-flash-lite", "gemini/gemini-2.5-flash", "gemini/gemini-2.5-pro"],
  ["gemini/gemini-2.5-flash", "gemini/gemini-3-flash-preview", "gemini/gemini-3.1-pro-preview"],
  ["azure/deepseek-v3-0324", "deepseek/deepseek-v4-flash", "deepseek/deepseek-v4-pro"],
  [
    "bedrock/amazon.nova-micro-v1:0",
    "bedrock/amazon.nova-lite-v1:0",
    "bedrock/amazon.nova-pro-v1:0",
  ],
];

test.each(ladders)(
  "of a family, the later or bigger is at no task below the other: %s",
  (...ladder) => {
    const drops = ladder
      .slice(1)
      .flatMap((name, step) =>
        tasks
          .filter(
            (task) =>
              at(known(name), task).mean < at(known(ladder[step] ?? name), task).mean - 0.02,
          )
          .map((task) => `${name} at ${task}`),
      );
    expect(drops).toEqual([]);
  },
);
