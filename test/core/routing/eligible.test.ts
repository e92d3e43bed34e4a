import type { OfferName } from "../../../core/catalog/offer";
import type { ProviderId } from "../../../core/catalog/provider-id";
import type { Tokens } from "../../../core/money/amounts";
import type { Verdict } from "../../../core/routing/decision";
import { type Ask, firstObstacle } from "../../../core/routing/eligible";
import { prepareOffer } from "../../../core/routing/prepared-offer";
import { type Saying, saying } from "./conversations";
import { type Making, offer } from "./offers";

type Case = {
  readonly name: string;
  readonly provider?: ProviderId;
  readonly id?: string;
  readonly making?: Making;
  readonly request?: Saying;
  readonly ask?: Partial<Ask>;
  /** Of a stand-in. */
  readonly verdict?: Verdict;
  /** Of the same offer where it is the model asked for, if another. */
  readonly asked?: Verdict | "fits";
};

const judge = (given: Case, asked: boolean): Verdict | undefined => {
  const prepared = prepareOffer(
    offer(given.provider ?? "openai", given.id ?? "gpt-4o", given.making),
  );
  const conversation = saying("Hello!", given.request);
  const ask: Ask = {
    conversation,
    output: { visible: 100 as Tokens, reasoning: 500 as Tokens },
    disabled: new Set<OfferName>(),
    hasCredential: () => true,
    circuitOpen: () => false,
    unportable: conversation.needs.unportableFields.length > 0,
    sandboxAside: true,
    ...given.ask,
  };
  return firstObstacle(prepared, ask, asked);
};

const tokens = (count: number): Tokens => count as Tokens;

const cases: readonly Case[] = [
  { name: "an offer that can do all fits" },
  {
    name: "a model that thinks first, under a ceiling it would spend on thinking",
    id: "o4-mini",
    making: { can: { reasoning: true } },
    request: { maxOutputTokens: tokens(300) },
    verdict: "output-too-small",
    asked: "fits",
  },
  {
    name: "a model that counts images manifold, for an image",
    id: "gpt-4o-mini",
    making: { input: ["text", "image"] },
    request: { needs: { image: true } },
    verdict: "image-tokens-apart",
    asked: "fits",
  },
  { name: "no key", ask: { hasCredential: () => false }, verdict: "no-credential" },
  { name: "disabled", ask: { disabled: new Set(["openai/gpt-4o"]) }, verdict: "disabled" },
  { name: "retired", making: { status: "retired" }, verdict: "retired" },
  { name: "circuit open", ask: { circuitOpen: () => true }, verdict: "circuit-open" },
  { name: "no text comes out", making: { output: ["image"] }, verdict: "not-a-chat-model" },
  { name: "an embedding", making: { kind: "embedding" }, verdict: "not-a-chat-model" },
  {
    name: "at a host that nobody knows",
    making: { kind: "other-api" },
    verdict: "not-a-chat-model",
  },
  { name: "spoken to in Responses alone", making: { api: "responses" } },
  { name: "Claude on Azure", provider: "azure", making: { api: "messages" } },
  {
    name: "an embedding that no catalog marks",
    id: "text-embedding-3-small",
    verdict: "not-a-chat-model",
  },
  {
    name: "a search service, fine where asked for",
    provider: "perplexity",
    id: "sonar-pro",
    verdict: "not-a-chat-model",
    asked: "fits",
  },
  {
    name: "a router of another's, fine where asked for",
    provider: "azure",
    id: "model-router",
    verdict: "not-a-chat-model",
    asked: "fits",
  },
  {
    name: "tools",
    making: { can: { tools: false } },
    request: { needs: { tools: true } },
    verdict: "no-tools",
  },
  {
    name: "images",
    making: { input: ["text"] },
    request: { needs: { image: true } },
    verdict: "no-image",
  },
  { name: "audio in", request: { needs: { audioIn: true } }, verdict: "no-audio" },
  { name: "audio out", request: { needs: { audioOut: true } }, verdict: "no-audio" },
  {
    name: "PDF",
    making: { input: ["text"] },
    request: { needs: { pdf: true } },
    verdict: "no-pdf",
  },
  {
    name: "a JSON schema, which sources often leave out",
    making: { can: { structuredOutput: false } },
    request: { needs: { jsonSchema: true } },
    verdict: "no-json-schema",
    asked: "fits",
  },
  { name: "reasoning", request: { needs: { reasoning: true } }, verdict: "no-reasoning" },
  {
    name: "logprobs, which OpenAI's reasoning models refuse",
    id: "o3",
    request: { needs: { logprobs: true } },
    verdict: "no-logprobs",
  },
  {
    name: "logprobs, of which nothing is known",
    provider: "custom",
    request: { needs: { logprobs: true } },
    verdict: "no-logprobs",
    asked: "fits",
  },
  {
    name: "several answers, which Claude does not give",
    provider: "anthropic",
    request: { needs: { choices: 2 } },
    verdict: "no-choices",
  },
  {
    name: "several answers, of which nothing is known",
    provider: "openrouter",
    request: { needs: { choices: 2 } },
    verdict: "no-choices",
    asked: "fits",
  },
  {
    name: "a temperature",
    making: { can: { temperature: false } },
    request: { needs: { temperature: true } },
    verdict: "no-temperature",
  },
  {
    name: "stop, which GPT-5 refuses",
    id: "gpt-5-mini",
    request: { needs: { stop: true } },
    verdict: "no-stop",
  },
  {
    name: "stop, which Grok refuses where it reasons",
    provider: "xai",
    making: { can: { reasoning: true } },
    request: { needs: { stop: true } },
    verdict: "no-stop",
  },
  {
    name: "stop, which GPT-5's chat variant takes",
    id: "gpt-5-chat-latest",
    request: { needs: { stop: true } },
  },
  {
    name: "a window that is too small with the answer in it",
    request: { estimatedInputTokens: tokens(110_000), maxOutputTokens: tokens(12_000) },
    verdict: "context-too-small",
  },
  {
    name: "a window of which 95% is enough",
    request: { estimatedInputTokens: tokens(109_600), maxOutputTokens: tokens(12_000) },
  },
  {
    name: "an input limit of its own",
    making: { limits: { inputTokens: tokens(1_000) } },
    request: { estimatedInputTokens: tokens(960) },
    verdict: "context-too-small",
  },
  {
    name: "an unknown window is taken for 8,192 tokens, but not of the model asked for",
    making: { limits: { contextTokens: tokens(0) } },
    request: { estimatedInputTokens: tokens(8_000) },
    verdict: "context-too-small",
    asked: "fits",
  },
  {
    name: "an output limit",
    request: { maxOutputTokens: tokens(20_000) },
    verdict: "output-too-small",
  },
  {
    name: "an unknown output limit is taken for 4,096 tokens, but not of the model asked for",
    making: { limits: { outputTokens: tokens(0) } },
    request: { maxOutputTokens: tokens(5_000) },
    verdict: "output-too-small",
    asked: "fits",
  },
  {
    name: "fields that only another provider is sure to understand",
    provider: "anthropic",
    request: { needs: { unportableFields: ["prediction"] } },
    ask: { onlyProvider: "openai" },
    verdict: "unportable-fields",
    asked: "fits",
  },
  {
    name: "fields of the same provider",
    request: { needs: { unportableFields: ["prediction"] } },
    ask: { onlyProvider: "openai" },
  },
  {
    name: "the sandbox steps aside for any real provider",
    provider: "sandbox",
    verdict: "other-provider",
    asked: "fits",
  },
  {
    name: "the sandbox alone takes any field",
    provider: "sandbox",
    request: {
      needs: { unportableFields: ["prediction"], logprobs: true, stop: true, choices: 3 },
    },
    ask: { onlyProvider: "openai", sandboxAside: false },
  },
];

describe("why an offer can't take a request", () => {
  test.each(cases)("$name", (given) => {
    expect(judge(given, false)).toBe(given.verdict);
    const asked = given.asked === "fits" ? undefined : (given.asked ?? given.verdict);
    expect(judge(given, true)).toBe(asked);
  });
});
