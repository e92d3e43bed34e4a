import type { Modality, Offer } from "../../core/catalog/offer";
import type { Tokens } from "../../core/money/amounts";
import type { PriceTier, Rates } from "../../core/money/price-card";
import type { SandboxModel } from "./model";

const takenOn = "2026-11-24";
const source = "pretend: SmashCost's sandbox bills nobody";

/** Pretend prices, in whole µUSD per million tokens. */
type PretendRates = { readonly [rate in keyof Rates]: number };

type Traits = Omit<SandboxModel, "offer"> & {
  readonly id: string;
  readonly name: string;
  readonly rates: PretendRates;
  /** Rates above 200,000 input tokens. */
  readonly longRates?: PretendRates;
  readonly contextTokens: number;
  readonly outputTokens: number;
  readonly input?: readonly Modality[];
  readonly can?: Partial<Offer["can"]>;
  /** On the scale of the Artificial Analysis index, where gpt-4o-mini has 13 and gpt-4o 17. */
  readonly ability: number;
};

const tier = (rates: PretendRates, aboveInputTokens: number): PriceTier => ({
  ...(rates as Rates),
  aboveInputTokens: aboveInputTokens as Tokens,
});

const model = ({ id, name, rates, longRates, ability, ...traits }: Traits): SandboxModel => ({
  speed: traits.speed,
  sentences: traits.sentences,
  thinking: traits.thinking,
  offer: {
    provider: "sandbox",
    id,
    name,
    family: "sandbox",
    status: "active",
    limits: {
      contextTokens: traits.contextTokens as Tokens,
      outputTokens: traits.outputTokens as Tokens,
    },
    input: traits.input ?? ["text"],
    output: ["text"],
    can: {
      tools: true,
      structuredOutput: true,
      reasoning: false,
      temperature: true,
      ...traits.can,
    },
    prices: [
      {
        tiers: longRates ? [tier(rates, 0), tier(longRates, 200_000)] : [tier(rates, 0)],
        source,
        takenOn,
      },
    ],
    ability: { score: ability, basis: "declared", source },
    source,
    takenOn,
  },
});

const noThinking = [0, 0] as const;

/**
 * Eight models at four price levels. Three stay below gpt-4o-mini's $0.15/$0.60, all below
 * gpt-4o's $2.50/$10, so that a request naming either has somewhere cheaper to go.
 */
export const sandboxModels: readonly SandboxModel[] = [
  model({
    id: "sandbox-tiny",
    name: "Sandbox Tiny",
    rates: { input: 20_000, output: 80_000 },
    contextTokens: 32_000,
    outputTokens: 4_096,
    can: { tools: false, structuredOutput: false },
    ability: 8,
    speed: { firstTokenMs: 120, tokensPerSecond: 220 },
    sentences: [2, 3],
    thinking: noThinking,
  }),
  model({
    id: "sandbox-small",
    name: "Sandbox Small",
    rates: { input: 50_000, output: 200_000, cacheRead: 12_500 },
    contextTokens: 128_000,
    outputTokens: 16_384,
    ability: 12.8,
    speed: { firstTokenMs: 180, tokensPerSecond: 160 },
    sentences: [3, 4],
    thinking: noThinking,
  }),
  model({
    id: "sandbox-coder",
    name: "Sandbox Coder",
    rates: { input: 120_000, output: 480_000, cacheRead: 30_000 },
    contextTokens: 128_000,
    outputTokens: 32_768,
    ability: 14.5,
    speed: { firstTokenMs: 220, tokensPerSecond: 140 },
    sentences: [4, 5],
    thinking: noThinking,
  }),
  model({
    id: "sandbox-medium",
    name: "Sandbox Medium",
    rates: { input: 400_000, output: 1_600_000, cacheRead: 100_000 },
    contextTokens: 128_000,
    outputTokens: 16_384,
    ability: 16.8,
    speed: { firstTokenMs: 300, tokensPerSecond: 100 },
    sentences: [4, 6],
    thinking: noThinking,
  }),
  model({
    id: "sandbox-vision",
    name: "Sandbox Vision",
    rates: { input: 500_000, output: 2_000_000, cacheRead: 125_000 },
    contextTokens: 128_000,
    outputTokens: 16_384,
    input: ["text", "image"],
    ability: 16.9,
    speed: { firstTokenMs: 380, tokensPerSecond: 90 },
    sentences: [4, 6],
    thinking: noThinking,
  }),
  model({
    id: "sandbox-long",
    name: "Sandbox Long Context",
    rates: { input: 800_000, output: 3_200_000, cacheRead: 200_000 },
    longRates: { input: 1_600_000, output: 4_800_000, cacheRead: 400_000 },
    contextTokens: 1_000_000,
    outputTokens: 65_536,
    ability: 16.6,
    speed: { firstTokenMs: 500, tokensPerSecond: 90 },
    sentences: [5, 6],
    thinking: noThinking,
  }),
  model({
    id: "sandbox-reasoner",
    name: "Sandbox Reasoner",
    rates: { input: 1_100_000, output: 4_400_000, cacheRead: 275_000 },
    contextTokens: 200_000,
    outputTokens: 100_000,
    can: { reasoning: true, temperature: false },
    ability: 25,
    speed: { firstTokenMs: 400, tokensPerSecond: 120 },
    sentences: [5, 7],
    thinking: [64, 320],
  }),
  model({
    id: "sandbox-large",
    name: "Sandbox Large",
    rates: { input: 2_000_000, output: 8_000_000, cacheRead: 500_000 },
    contextTokens: 200_000,
    outputTokens: 32_768,
    input: ["text", "image"],
    ability: 19,
    speed: { firstTokenMs: 600, tokensPerSecond: 70 },
    sentences: [6, 8],
    thinking: noThinking,
  }),
];

/** What the sandbox offers, for the local runner's catalog. */
export const sandboxOffers: readonly Offer[] = sandboxModels.map(({ offer }) => offer);

/** The model of that wire name, if the sandbox has it. */
export const findSandboxModel = (id: string): SandboxModel | undefined =>
  sandboxModels.find(({ offer }) => offer.id === id);
