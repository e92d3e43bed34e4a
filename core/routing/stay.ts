import type { PicoUsd } from "../money/amounts";
import { formatUsd } from "../money/format-usd";
import type { WarmOutcome } from "./decision";
import { cheaperFirst, percentOf } from "./explain";
import type { PreparedOffer } from "./prepared-offer";
import { printable } from "./printable";
import { smallest } from "./smallest";
import { inputNextTurn, inputNow, type Warm } from "./warm-cache";
import { costIf, type Fit, type Pricing, type RuledOut } from "./weigh";

/** This turn and the one that is expected to follow it. */
const overTwoTurns = (fit: Fit, pricing: Pricing): number =>
  fit.cost + (costIf(fit.prepared, pricing, inputNextTurn) ?? fit.cost);

/**
 * Where the conversation should go on, whatever else is cheaper now:
 *
 * - in a tool loop where it is, as long as that offer can take the request: the promise of the mode
 *   was kept by the turn that began the loop, and a change in the middle of it costs quality itself;
 * - else where its cache is, if that keeps the promise, unless another is cheaper both now, the lost
 *   cache counted, and with one more turn counted. A conversation may always end with this turn: so
 *   what is not yet asked may keep it where it is, and never moves it.
 *
 * @returns undefined where nothing speaks for staying.
 */
export const placeToStay = (
  fits: readonly Fit[],
  clearing: readonly Fit[],
  pricing: Pricing,
): Fit | undefined => {
  const { warm } = pricing;
  const last = warm && fits.find(({ prepared }) => prepared.name === warm.offer);
  if (last === undefined || warm === undefined) return undefined;
  if (warm.inToolLoop) return last;
  const [cheapest] = smallest(clearing, 1, cheaperFirst);
  if (cheapest === undefined || !clearing.includes(last)) return undefined;
  if (cheapest.cost === last.cost) return last;
  return overTwoTurns(last, pricing) <= overTwoTurns(cheapest, pricing) ? last : undefined;
};

/** What a decision found, as far as it tells whether the conversation stays. */
export type Staying = {
  readonly chosen: Fit;
  readonly reference: Fit;
  readonly fits: readonly Fit[];
  readonly ruledOut: readonly RuledOut[];
  readonly pricing: Pricing;
  /** Why the chosen one, were nothing warm. */
  readonly reason: string;
};

type Explained = { readonly warm: WarmOutcome; readonly reason: string };

/** Says whether the conversation stays where it was, and what that is worth; {} where it was nowhere. */
export const explainWarm = (staying: Staying): Explained | Record<string, never> => {
  const { chosen, fits, ruledOut, pricing } = staying;
  const { warm } = pricing;
  if (warm === undefined) return {};
  const isLast = ({ prepared }: { readonly prepared: PreparedOffer }): boolean =>
    prepared.name === warm.offer;
  const { offer, cachedTokens } = warm;
  const outcome = (worth: number) => ({ offer, cachedTokens, worth: worth as PicoUsd });
  if (isLast(chosen)) {
    const cold = costIf(chosen.prepared, { ...pricing, warm: undefined }, inputNow);
    const saves = (cold ?? chosen.cost) - chosen.cost;
    return { warm: outcome(saves), reason: stays(staying, warm, saves) };
  }
  const last = fits.find(isLast) ?? ruledOut.find(isLast);
  const cost = last && costIf(last.prepared, pricing, inputNow);
  if (last === undefined || cost === undefined) return {};
  const saves = cost - chosen.cost;
  const verdict = "verdict" in last ? last.verdict : saves > 0 ? undefined : "below-bar";
  return { warm: outcome(saves), reason: leaves(staying, last.prepared, verdict, saves) };
};

const shown = ({ offer }: PreparedOffer): string => printable(offer.id);

/** `stays on gpt-4o-mini: its warm cache saves $0.0021; it keeps 98.1% of gpt-4o`. */
const stays = ({ chosen, reference }: Staying, { inToolLoop }: Warm, saves: number): string => {
  const where = `stays on ${shown(chosen.prepared)}${inToolLoop ? " within its tool loop" : ""}`;
  const worth = saves > 0 ? `: its warm cache saves ${formatUsd(saves)}` : "";
  if (chosen.prepared === reference.prepared) return where + worth;
  const percent = percentOf(chosen.quality, reference.quality).toFixed(1);
  return `${where}${worth}; it keeps ${percent}% of ${shown(reference.prepared)}`;
};

/** `leaves gpt-4o: $0.0012 less, its warm cache counted; gpt-4o-mini keeps …`. */
const leaves = (
  { reason }: Staying,
  last: PreparedOffer,
  verdict: string | undefined,
  saves: number,
): string =>
  verdict === undefined
    ? `leaves ${shown(last)}: ${formatUsd(saves)} less, its warm cache counted; ${reason}`
    : `leaves ${shown(last)} and its cache (${verdict}); ${reason}`;
