import type { OfferName } from "../../../core/catalog/offer";
import type { MicroUsdPerMTok, Tokens } from "../../../core/money/amounts";
import type { PriceCard } from "../../../core/money/price-card";
import type { RouteDecision } from "../../../core/routing/decision";
import type { Warm } from "../../../core/routing/warm-cache";
import { type Saying, saying } from "./conversations";
import { type Deciding, decide, orderOf } from "./deciding";
import { card, type Making, offer } from "./offers";

export const now = Date.UTC(2026, 10, 24);

/** Dollars a million tokens, with the rates of a cache. */
export const cached = (
  [input, output]: readonly [number, number],
  rates: { readonly read?: number; readonly write5m?: number; readonly write1h?: number },
): readonly [PriceCard] => {
  const plain = card(input, output);
  const whole = (usd: number) => Math.round(usd * 1e6) as MicroUsdPerMTok;
  const [tier] = plain.tiers;
  return [
    {
      ...plain,
      tiers: [
        {
          ...tier,
          ...(rates.read !== undefined && { cacheRead: whole(rates.read) }),
          ...(rates.write5m !== undefined && { cacheWrite5m: whole(rates.write5m) }),
          ...(rates.write1h !== undefined && { cacheWrite1h: whole(rates.write1h) }),
        },
      ],
    },
  ];
};

export const making = (score: number, prices: Making["prices"] = [card(1, 4)]): Making => ({
  score,
  prices,
});
export const named = offer("openai", "named", making(60, cached([10, 30], { read: 5 })));
export const home = offer("openai", "home", making(55, cached([1, 4], { read: 0.1 })));
export const cheap = offer("groq", "cheap", making(55, [card(0.5, 2)]));
export const offers = [named, home, cheap];

export const warmAt = (name: OfferName, fields: Partial<Warm> = {}): Warm => ({
  offer: name,
  cachedTokens: 9_984 as Tokens,
  expiresAtMs: now + 60_000,
  inToolLoop: false,
  ...fields,
});
export const long = (more: Saying = {}) =>
  saying("And why?", { estimatedInputTokens: 10_200 as Tokens, ...more });

export const deciding = (fields: Partial<Deciding> = {}) =>
  decide({ offers, model: "named", conversation: long(), ...fields });
export const firstOf = (decision: RouteDecision) => orderOf(decision)[0];
export const routed = (decision: RouteDecision) => {
  if (decision.kind !== "routed") throw new Error(decision.kind);
  return decision;
};
