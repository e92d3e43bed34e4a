import type { Offer } from "../catalog/offer";
import type { PicoUsd, Tokens } from "../money/amounts";
import { costOf, InexactAmountError } from "../money/cost";
import type { PriceCard } from "../money/price-card";
import { noTokens } from "../usage/token-buckets";
import type { ExpectedOutput } from "./expected-output";
import type { InputBuckets } from "./warm-cache";

/** The size of a request as one offer would bill it. */
export type ExpectedUse = {
  readonly input: Tokens;
  readonly output: ExpectedOutput;
  /** The caller's ceiling for each answer, reasoning included. */
  readonly maxOutput?: Tokens | undefined;
  /** `n`: each answer has the ceiling for itself. */
  readonly choices: number;
};

/**
 * What an offer is expected to bill.
 *
 * @param reasons - whether the offer will reason on this request.
 * @param input - `use.input` by how it would be billed. @default all of it fresh
 * @returns whole pUSD; undefined where it is too much to be counted exactly (above $9,007).
 */
export const expectedCost = (
  use: ExpectedUse,
  offer: Pick<Offer, "limits">,
  card: PriceCard,
  reasons: boolean,
  input: InputBuckets = { ...noTokens, freshInput: use.input },
): PicoUsd | undefined => {
  const cap =
    Math.min(use.maxOutput ?? Infinity, offer.limits.outputTokens || Infinity) * use.choices;
  // What is visible comes last: a ceiling that reasoning uses up leaves less of it.
  const reasoning = Math.min(reasons ? use.output.reasoning : 0, cap);
  const visible = Math.min(use.output.visible, cap - reasoning);
  const tokens = {
    freshInput: input.freshInput,
    cacheRead: input.cacheRead,
    cacheWrite5m: input.cacheWrite5m,
    cacheWrite1h: input.cacheWrite1h,
    visibleOutput: visible as Tokens,
    reasoningOutput: reasoning as Tokens,
  };
  try {
    return costOf(tokens, card);
  } catch (error) {
    if (error instanceof InexactAmountError) return undefined;
    throw error;
  }
};
