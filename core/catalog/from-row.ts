import type { MicroUsdPerMTok, Tokens } from "../money/amounts";
import type { PriceCard, PriceTier } from "../money/price-card";
import type { Offer } from "./offer";
import { modalitiesOf, type OfferRow, type PriceRow, type RatesRow, words } from "./offer-row";
import type { ProviderId } from "./provider-id";
import { sources } from "./sources";

const usd = (price: number) => price as MicroUsdPerMTok;
const optionalUsd = (price: number | undefined) => price as MicroUsdPerMTok | undefined;

// What a row leaves out stays undefined: objects of one shape are made faster than by spreading
// what is there, and every cold start waits for all 750 of them.
const toTier = (row: RatesRow, above: number): PriceTier => ({
  aboveInputTokens: above as Tokens,
  input: usd(row.input),
  output: usd(row.output),
  cacheRead: optionalUsd(row.cacheRead),
  cacheWrite5m: optionalUsd(row.cacheWrite5m),
  cacheWrite1h: optionalUsd(row.cacheWrite1h),
  reasoning: optionalUsd(row.reasoning),
  audioInput: optionalUsd(row.audioInput),
  audioCacheRead: optionalUsd(row.audioCacheRead),
});

const toCard = (row: PriceRow): PriceCard => {
  const { name, takenOn } = sources[row.from];
  const first = toTier(row, 0);
  return {
    validFrom: row.validFrom,
    tiers: row.tiers ? [first, ...row.tiers.map((tier) => toTier(tier, tier.above))] : [first],
    source: name,
    takenOn,
  };
};

const abilitySource = ({ kind, basisOf }: OfferRow): string => {
  if (kind === "embedding") return "embeddings are not ranked";
  if (basisOf === undefined) return "what models of that price can do, less one standard error";
  return `benchmarks of ${basisOf}`;
};

/** A row of an offer file as the offer it stands for, its defaults filled in. */
export const offerFromRow = (provider: ProviderId, row: OfferRow): Offer => {
  const can = words(row.can);
  const { name, takenOn } = sources.m;
  return {
    provider,
    id: row.id,
    name: row.name,
    family: row.family,
    kind: row.kind ?? "chat",
    api: row.api,
    status: row.retired ? "retired" : "active",
    releasedOn: row.releasedOn,
    limits: {
      contextTokens: (row.context ?? 0) as Tokens,
      inputTokens: row.maxInput as Tokens | undefined,
      outputTokens: (row.maxOutput ?? 0) as Tokens,
    },
    input: modalitiesOf(row.in),
    output: modalitiesOf(row.out),
    can: {
      tools: can.includes("tools"),
      structuredOutput: can.includes("structuredOutput"),
      reasoning: can.includes("reasoning"),
      temperature: can.includes("temperature"),
    },
    prices: row.prices ? row.prices.map(toCard) : [],
    ability: { score: row.score, basis: row.basis, source: abilitySource(row) },
    source: row.like === undefined ? name : `assumed to be as ${row.like} (${name})`,
    takenOn,
  };
};
