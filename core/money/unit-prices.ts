import type { Offer } from "../catalog/offer";
import type { ProviderId } from "../catalog/provider-id";
import { type CountedUnit, countedUnits, type UnitCounts } from "../usage/provider-usage";
import { type PicoUsd, picoUsdPerUsd } from "./amounts";
import { exactAmount, wholeCount } from "./cost";

/** What a provider bills for one use of a tool of its own, beside the tokens. */
export type UnitPrice = {
  readonly provider: ProviderId;
  readonly unit: CountedUnit;
  /** Absent: all of the provider's. */
  readonly models?: RegExp;
  readonly price: PicoUsd;
  /** The fee is for each answer that used it, however often. */
  readonly once?: true;
  readonly source: string;
  /** ISO day of what was read. */
  readonly takenOn: string;
};

/** Prices are quoted for a thousand uses: $10 is a cent for each. */
const forThousand = (usd: number): PicoUsd => ((usd * picoUsdPerUsd) / 1_000) as PicoUsd;

const openai = {
  source: "https://developers.openai.com/api/docs/pricing (Built-in tools)",
  takenOn: "2026-09-24",
} as const;
const gemini = {
  source: "https://ai.google.dev/gemini-api/docs/pricing (Grounding with Google Search)",
  takenOn: "2026-09-17",
} as const;
const xai = {
  source: "https://docs.x.ai/developers/pricing (Tool Invocation Costs)",
  takenOn: "2026-11-24",
} as const;

/**
 * The first that fits holds; a unit without one is unpriced. What a search found is input tokens at
 * the model's rate and stands in the count of tokens: at Anthropic, at xAI, and at OpenAI, where
 * GPT-4o mini and GPT-4.1 mini count a fixed 8,000 for each call. Only what OpenAI's older tool finds
 * for models that do not reason is free, and then not counted. Gemini gives a number of searches
 * away (1,500 a day, or 5,000 a month from Gemini 3), which an answer does not tell: its cost is an
 * upper bound there. What code runs in is billed by the minute, at OpenAI and Anthropic alike, and
 * no answer tells how many: unpriced.
 */
export const unitPrices: readonly UnitPrice[] = [
  { provider: "openai", unit: "web-search", price: forThousand(10), ...openai },
  {
    provider: "openai",
    unit: "web-search-preview",
    models: /^(gpt-[5-9]|o\d)/,
    price: forThousand(10),
    ...openai,
  },
  { provider: "openai", unit: "web-search-preview", price: forThousand(25), ...openai },
  { provider: "openai", unit: "file-search", price: forThousand(2.5), ...openai },
  {
    provider: "anthropic",
    unit: "web-search",
    price: forThousand(10),
    source: "https://platform.claude.com/docs/en/about-claude/pricing#web-search-tool",
    takenOn: "2026-09-23",
  },
  {
    provider: "gemini",
    unit: "web-search",
    models: /^gemini-[3-9]/,
    price: forThousand(14),
    ...gemini,
  },
  {
    provider: "gemini",
    unit: "web-search",
    models: /^gemini-2/,
    price: forThousand(35),
    once: true,
    ...gemini,
  },
  { provider: "xai", unit: "web-search", price: forThousand(5), ...xai },
  { provider: "xai", unit: "file-search", price: forThousand(2.5), ...xai },
];

/** The price of one use; undefined where it has none that is known. */
export const unitPriceOf = (
  unit: CountedUnit,
  { provider, id }: Pick<Offer, "provider" | "id">,
): UnitPrice | undefined =>
  unitPrices.find(
    (price) =>
      price.provider === provider && price.unit === unit && (price.models?.test(id) ?? true),
  );

/**
 * What an offer's provider bills for counted units.
 *
 * @returns whole pUSD, 0 where nothing was counted; null where one has no known price.
 * @throws InexactAmountError where a count is no whole number from 0 up.
 */
export const unitsCost = (
  units: UnitCounts | undefined,
  offer: Pick<Offer, "provider" | "id">,
): PicoUsd | null => {
  let sum = 0;
  for (const unit of countedUnits) {
    const count = wholeCount(units?.[unit] ?? 0);
    if (count === 0) continue;
    const price = unitPriceOf(unit, offer);
    if (!price) return null;
    sum += price.price * (price.once ? 1 : count);
  }
  return exactAmount(sum);
};
