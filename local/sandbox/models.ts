import type { Offer } from "../../core/catalog/offer";
import { describeModel } from "./describe-model";
import type { SandboxModel } from "./model";

/**
 * Eight models at four price levels. Three stay below gpt-4o-mini's $0.15/$0.60, all below
 * gpt-4o's $2.50/$10, so that a request naming either has somewhere cheaper to go.
 */
export const sandboxModels: readonly SandboxModel[] = [
  describeModel({
    id: "sandbox-tiny",
    name: "Sandbox Tiny",
    rates: { input: 20_000, output: 80_000 },
    contextTokens: 32_000,
    outputTokens: 4_096,
    can: { tools: false, structuredOutput: false },
    ability: 8,
    speed: { firstTokenMs: 120, tokensPerSecond: 220 },
    sentences: [2, 3],
  }),
  describeModel({
    id: "sandbox-small",
    name: "Sandbox Small",
    rates: { input: 50_000, output: 200_000, cacheRead: 12_500 },
    contextTokens: 128_000,
    outputTokens: 16_384,
    ability: 12.8,
    speed: { firstTokenMs: 180, tokensPerSecond: 160 },
    sentences: [3, 4],
  }),
  describeModel({
    id: "sandbox-coder",
    name: "Sandbox Coder",
    rates: { input: 120_000, output: 480_000, cacheRead: 30_000 },
    contextTokens: 128_000,
    outputTokens: 32_768,
    ability: 14.5,
    speed: { firstTokenMs: 220, tokensPerSecond: 140 },
    sentences: [4, 5],
  }),
  describeModel({
    id: "sandbox-medium",
    name: "Sandbox Medium",
    rates: { input: 400_000, output: 1_600_000, cacheRead: 100_000 },
    contextTokens: 128_000,
    outputTokens: 16_384,
    ability: 16.8,
    speed: { firstTokenMs: 300, tokensPerSecond: 100 },
    sentences: [4, 6],
  }),
  describeModel({
    id: "sandbox-vision",
    name: "Sandbox Vision",
    rates: { input: 500_000, output: 2_000_000, cacheRead: 125_000 },
    contextTokens: 128_000,
    outputTokens: 16_384,
    input: ["text", "image"],
    ability: 16.9,
    speed: { firstTokenMs: 380, tokensPerSecond: 90 },
    sentences: [4, 6],
  }),
  describeModel({
    id: "sandbox-long",
    name: "Sandbox Long Context",
    rates: { input: 800_000, output: 3_200_000, cacheRead: 200_000 },
    longRates: { input: 1_600_000, output: 4_800_000, cacheRead: 400_000 },
    contextTokens: 1_000_000,
    outputTokens: 65_536,
    ability: 16.6,
    speed: { firstTokenMs: 500, tokensPerSecond: 90 },
    sentences: [5, 6],
  }),
  describeModel({
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
    thinksUnasked: true,
  }),
  describeModel({
    id: "sandbox-large",
    name: "Sandbox Large",
    rates: { input: 2_000_000, output: 8_000_000, cacheRead: 500_000 },
    contextTokens: 200_000,
    outputTokens: 32_768,
    input: ["text", "image"],
    ability: 19,
    speed: { firstTokenMs: 600, tokensPerSecond: 70 },
    sentences: [6, 8],
  }),
];

/** What the sandbox offers, for the local runner's catalog. */
export const sandboxOffers: readonly Offer[] = sandboxModels.map(({ offer }) => offer);
