import type { Offer } from "../../../core/catalog/offer";
import type { ProviderId } from "../../../core/catalog/provider-id";
import type { MicroUsdPerMTok, Tokens } from "../../../core/money/amounts";
import type { PriceCard } from "../../../core/money/price-card";

/** Millions of tokens at whole dollars, or parts of them. */
export const card = (inputUsd: number, outputUsd: number): PriceCard => ({
  tiers: [
    {
      aboveInputTokens: 0 as Tokens,
      input: Math.round(inputUsd * 1e6) as MicroUsdPerMTok,
      output: Math.round(outputUsd * 1e6) as MicroUsdPerMTok,
    },
  ],
  source: "test",
  takenOn: "2026-11-24",
});

export type Making = Partial<Omit<Offer, "can" | "limits" | "ability">> & {
  readonly can?: Partial<Offer["can"]>;
  readonly limits?: Partial<Offer["limits"]>;
  readonly score?: number;
  readonly basis?: Offer["ability"]["basis"];
  readonly price?: readonly [inputUsd: number, outputUsd: number];
};

/** An offer that can do everything but reason, unless a case says otherwise. */
export const offer = (provider: ProviderId, id: string, making: Making = {}): Offer => {
  const { can, limits, score = 40, basis = "benchmark", price = [1, 4], ...rest } = making;
  return {
    provider,
    id,
    name: id,
    status: "active",
    input: ["text", "image", "pdf"],
    output: ["text"],
    prices: [card(...price)],
    source: "test",
    takenOn: "2026-11-24",
    ...rest,
    limits: { contextTokens: 128_000 as Tokens, outputTokens: 16_384 as Tokens, ...limits },
    can: { tools: true, structuredOutput: true, reasoning: false, temperature: true, ...can },
    ability: { score, basis, source: "test" },
  };
};
