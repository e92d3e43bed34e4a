import type { MicroUsdPerMTok, Tokens } from "../money/amounts";
import type { PriceCard, PriceTier, Rates } from "../money/price-card";
import type { Offer } from "./offer";
import { modalitiesOf, type OfferRow, type PriceRow, type RatesRow, words } from "./offer-row";
import type { ProviderId } from "./provider-id";
import { sources } from "./sources";

const usd = (price: number) => price as MicroUsdPerMTok;
const optional = (key: keyof Rates, price: number | undefined) =>
  price === undefined ? {} : { [key]: usd(price) };

const toTier = (row: RatesRow, above: number): PriceTier => ({
  aboveInputTokens: above as Tokens,
  input: usd(row.input),
  output: usd(row.output),
  ...optional("cacheRead", row.cacheRead),
  ...optional("cacheWrite5m", row.cacheWrite5m),
  ...optional("cacheWrite1h", row.cacheWrite1h),
  ...optional("reasoning", row.reasoning),
});

const toCard = (row: PriceRow): PriceCard => {
  const { name, takenOn } = sources[row.from];
  return {
    ...(row.validFrom === undefined ? {} : { validFrom: row.validFrom }),
    tiers: [toTier(row, 0), ...(row.tiers ?? []).map((tier) => toTier(tier, tier.above))],
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
    ...(row.family === undefined ? {} : { family: row.family }),
    kind: row.kind ?? "chat",
    status: row.retired ? "retired" : "active",
    ...(row.releasedOn === undefined ? {} : { releasedOn: row.releasedOn }),
    limits: {
      contextTokens: (row.context ?? 0) as Tokens,
      ...(row.maxInput === undefined ? {} : { inputTokens: row.maxInput as Tokens }),
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
    prices: (row.prices ?? []).map(toCard),
    ability: { score: row.score, basis: row.basis, source: abilitySource(row) },
    source: row.like === undefined ? name : `assumed to be as ${row.like} (${name})`,
    takenOn,
  };
};
