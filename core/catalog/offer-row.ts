import type { Dialect } from "../chat/dialect";
import type { Modality } from "./offer";
import type { ProviderId } from "./provider-id";

/** The abilities an offer row lists under `can`; one not listed is lacking or unknown. */
export const abilities = ["tools", "structuredOutput", "reasoning", "temperature"] as const;

export const modalities = ["text", "image", "audio", "video", "pdf"] as const;

/** What rows name as their source, by a letter, so that 700 rows stay small. */
export type SourceLetter = "m" | "g";

/** Prices in µUSD per million tokens, as `Rates`. */
export type RatesRow = {
  readonly input: number;
  readonly output: number;
  readonly cacheRead?: number;
  readonly cacheWrite5m?: number;
  readonly cacheWrite1h?: number;
  readonly reasoning?: number;
  readonly audioInput?: number;
  readonly audioCacheRead?: number;
};

export type PriceRow = RatesRow & {
  readonly from: SourceLetter;
  readonly validFrom?: string;
  /** Further tiers, ascending. */
  readonly tiers?: readonly (RatesRow & { readonly above: number })[];
};

/** One offer on one line of a file of `offers/`; what is left out has the plain default. */
export type OfferRow = {
  readonly id: string;
  readonly name: string;
  readonly family?: string;
  /** Absent: chat. */
  readonly kind?: "embedding" | "other-api";
  /** Absent: the provider's first dialect. */
  readonly api?: Dialect;
  /** Absent: active. */
  readonly retired?: true;
  readonly releasedOn?: string;
  /** Tokens; absent: the source does not say. */
  readonly context?: number;
  readonly maxInput?: number;
  readonly maxOutput?: number;
  /** Modalities, blank between; absent: text. */
  readonly in?: string;
  readonly out?: string;
  /** Some of `abilities`, blank between. */
  readonly can?: string;
  /** Absent: unpriced. */
  readonly prices?: readonly PriceRow[];
  readonly score: number;
  readonly basis: "benchmark" | "family" | "price" | "declared";
  /** The model whose evidence the score rests on, by its name at models.dev. */
  readonly basisOf?: string;
  /** The offer whose capabilities this one is assumed to have, as no source says. */
  readonly like?: string;
};

/** A file of `offers/`. */
export type OfferFile = {
  readonly provider: ProviderId;
  readonly offers: readonly OfferRow[];
};

export const words = (text: string | undefined): readonly string[] => text?.split(" ") ?? [];

export const modalitiesOf = (text: string | undefined): readonly Modality[] =>
  words(text ?? "text") as readonly Modality[];
