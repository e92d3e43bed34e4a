import { loadCatalog } from "../../../core/catalog/load";
import { type OfferName, offerName } from "../../../core/catalog/offer";
import { cardAt } from "../../../core/money/card-at";
import { tierFor } from "../../../core/money/cost";
import type { Rates } from "../../../core/money/price-card";
import { priceUsage } from "../../../core/money/price-usage";
import type { ProviderUsage } from "../../../core/usage/provider-usage";
import { inputTokens, type TokenBuckets } from "../../../core/usage/token-buckets";
import { buckets } from "./cards";

type Plain<T> = { readonly [Key in keyof T]?: number };

/** One answer of a real model, and what its provider bills for it. */
export type KnownBill = {
  readonly name: string;
  readonly offer: OfferName;
  /** The standard rates that hold for it, in µUSD per million tokens: all that its card has. */
  readonly rates: Plain<Rates>;
  readonly tokens: Plain<TokenBuckets>;
  readonly more?: Omit<ProviderUsage, "tokens">;
  /** In pUSD: a million of them are a µUSD; null: unpriced. */
  readonly pico: number | null;
};

const catalog = loadCatalog();
const november = Date.parse("2026-11-24T12:00:00Z");

const cardOf = (name: OfferName) => {
  const offer = catalog.find(name);
  const card = offer && cardAt(offer, november);
  if (!offer || !card) throw new Error(`${name} has no price; take it out of the known bills`);
  return { offer, card };
};

const usageOf = ({ tokens, more }: KnownBill): ProviderUsage => ({
  tokens: buckets(tokens),
  ...more,
});

/** What the code bills. */
export const billed = (bill: KnownBill): number | null => {
  const { offer, card } = cardOf(bill.offer);
  expect(offerName(offer)).toBe(bill.offer);
  return priceUsage(usageOf(bill), card, offer);
};

/** The catalog's rates for it, without those that it does not have. */
export const listed = (bill: KnownBill): unknown => {
  const { card } = cardOf(bill.offer);
  const { aboveInputTokens: _, ...rates } = tierFor(inputTokens(buckets(bill.tokens)), card);
  return JSON.parse(JSON.stringify(rates));
};
