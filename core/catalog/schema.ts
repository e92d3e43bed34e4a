import * as z from "zod";
import { dialects } from "../chat/dialect";
import type { MicroUsdPerMTok, Tokens } from "../money/amounts";
import type { PriceCard } from "../money/price-card";
import { abilities, modalities, words } from "./offer-row";
import { providerIds } from "./provider-id";

const day = z.iso.date();
const price = z.int().nonnegative();
const count = z.int().positive();
const listOf = (known: readonly string[]) =>
  z
    .string()
    .refine((text) => words(text).every((word) => known.includes(word)), {
      error: ({ input }) => `"${String(input)}" must be some of: ${known.join(" ")}`,
    })
    .refine((text) => new Set(words(text)).size === words(text).length, "a word stands twice");

const rates = {
  input: price,
  output: price,
  cacheRead: price.optional(),
  cacheWrite5m: price.optional(),
  cacheWrite1h: price.optional(),
  reasoning: price.optional(),
  audioInput: price.optional(),
  audioCacheRead: price.optional(),
};

const branded = price.transform((n) => n as MicroUsdPerMTok);
const brandedRates = {
  input: branded,
  output: branded,
  cacheRead: branded.optional(),
  cacheWrite5m: branded.optional(),
  cacheWrite1h: branded.optional(),
  reasoning: branded.optional(),
  audioInput: branded.optional(),
  audioCacheRead: branded.optional(),
};

const ascending = <T>(items: readonly T[], key: (item: T) => number | string) =>
  items.every((item, at) => at === 0 || key(items[at - 1] as T) < key(item));

const tier = z.strictObject({
  ...brandedRates,
  aboveInputTokens: z
    .int()
    .nonnegative()
    .transform((n) => n as Tokens),
});

/** A whole price card, as an organization's price override is stored and read back. */
export const priceCardSchema = z
  .strictObject({
    validFrom: day.optional(),
    tiers: z
      .tuple([tier], tier)
      .refine(([first]) => first.aboveInputTokens === 0, "the first tier must be above 0 tokens")
      .refine((tiers) => ascending(tiers, (t) => t.aboveInputTokens), "tiers must ascend"),
    source: z.string().min(1),
    takenOn: day,
  })
  .transform((card): PriceCard => card);

const priceRowSchema = z.strictObject({
  ...rates,
  from: z.enum(["m", "g"]),
  validFrom: day.optional(),
  tiers: z
    .array(z.strictObject({ ...rates, above: count }))
    .nonempty()
    .refine((tiers) => ascending(tiers, ({ above }) => above), "tiers must ascend")
    .optional(),
});

const offerRowSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  family: z.string().min(1).optional(),
  kind: z.enum(["embedding", "other-api"]).optional(),
  api: z.enum(dialects).optional(),
  retired: z.literal(true).optional(),
  releasedOn: day.optional(),
  context: count.optional(),
  maxInput: count.optional(),
  maxOutput: count.optional(),
  in: listOf(modalities).optional(),
  out: listOf(modalities).optional(),
  can: listOf(abilities).optional(),
  prices: z
    .array(priceRowSchema)
    .nonempty()
    .refine((cards) => ascending(cards, ({ validFrom }) => validFrom ?? ""), "oldest card first")
    .optional(),
  score: z.number().min(0).max(100),
  basis: z.enum(["benchmark", "family", "price", "declared"]),
  basisOf: z.string().min(1).optional(),
  like: z.string().min(1).optional(),
});

/** A file of `offers/`, every row strict: an unknown field or a fraction of a µUSD is an error. */
export const offerFileSchema = z.strictObject({
  provider: z.enum(providerIds),
  offers: z
    .array(offerRowSchema)
    .refine((rows) => ascending(rows, ({ id }) => id), "offers must be sorted by id, each once"),
});
