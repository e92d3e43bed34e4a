import type { PicoUsd } from "../money/amounts";
import type { Candidate } from "./decision";
import type { PreparedOffer } from "./prepared-offer";
import { printable } from "./printable";
import { smallest } from "./smallest";
import type { Fit, RuledOut } from "./weigh";

/** How many candidates a record keeps: enough to explain a decision, never a whole catalog. */
const mostCandidates = 8;
const mostBelowBar = 3;

/** What a decision found, for its record. */
export type Findings = {
  /** The chosen offer and its fallbacks; empty where nothing was chosen. */
  readonly order: readonly Fit[];
  readonly clearing: readonly Fit[];
  readonly belowBar: readonly Fit[];
  readonly ruledOut: readonly RuledOut[];
  /** The model asked for: always told of. */
  readonly asked?: PreparedOffer | undefined;
  /** Quality of the reference, 0 to 1; undefined where nothing fits at all. */
  readonly referenceQuality: number | undefined;
};

const byName = (a: { prepared: PreparedOffer }, b: { prepared: PreparedOffer }): number =>
  a.prepared.name < b.prepared.name ? -1 : 1;

/** Cheaper first; of the same cost the better, then by name, so that no two are equal. */
export const cheaperFirst = (a: Fit, b: Fit): number =>
  a.cost - b.cost || b.quality - a.quality || byName(a, b);

/** Better first; of the same quality the cheaper. */
export const betterFirst = (a: Fit, b: Fit): number =>
  b.quality - a.quality || a.cost - b.cost || byName(a, b);

const ablerFirst = (a: RuledOut, b: RuledOut): number =>
  b.prepared.offer.ability.score - a.prepared.offer.ability.score || byName(a, b);

/** In percent of the reference, to a tenth. */
export const percentOf = (quality: number, reference: number): number =>
  Math.round((quality / reference) * 1_000) / 10;

/**
 * The candidates worth keeping: what was chosen and its fallbacks, the model asked for, the best of
 * those below the bar, the next dearer, and the ablest of those that were ruled out.
 */
export const candidatesOf = (findings: Findings): readonly Candidate[] => {
  const { order, clearing, belowBar, ruledOut, asked, referenceQuality } = findings;
  const kept = new Map<string, Candidate>();
  const keep = (prepared: PreparedOffer, verdict: Candidate["verdict"], fit?: Fit): void => {
    if (kept.size >= mostCandidates || kept.has(prepared.name)) return;
    const numbers =
      fit === undefined || referenceQuality === undefined
        ? {}
        : { quality: percentOf(fit.quality, referenceQuality), expectedCost: fit.cost };
    kept.set(prepared.name, { offer: prepared.name, ...numbers, verdict });
  };
  const passedOver = (fit: Fit): Candidate["verdict"] =>
    fit.cost < (order[0]?.cost ?? 0) ? "cheaper-but-cold" : "dearer-than-chosen";
  order.forEach((fit, place) => {
    keep(fit.prepared, place === 0 ? "chosen" : passedOver(fit), fit);
  });
  const why = ruledOut.find(({ prepared }) => prepared === asked);
  if (why !== undefined) keep(why.prepared, why.verdict);
  for (const fit of smallest(belowBar, mostBelowBar, betterFirst)) {
    keep(fit.prepared, "below-bar", fit);
  }
  for (const fit of smallest(clearing, mostCandidates, cheaperFirst)) {
    keep(fit.prepared, passedOver(fit), fit);
  }
  for (const out of smallest(ruledOut, mostCandidates, ablerFirst)) keep(out.prepared, out.verdict);
  return [...kept.values()];
};

/**
 * Why the chosen one, in a sentence of ASCII for a header, such as
 * `gpt-4o-mini keeps 98.1% of gpt-4o, bar 97%, expected to cost 94% less`.
 *
 * @param promise - the share of the reference's quality that the mode keeps, 0 to 1.
 */
export const reasonOf = (chosen: Fit, reference: Fit, promise: number, isAuto: boolean): string => {
  const bar = Math.round(promise * 100);
  const isReference = chosen.prepared === reference.prepared;
  // Two providers' offers of one model are told apart by their full names.
  const sameModel = !isReference && chosen.prepared.offer.id === reference.prepared.offer.id;
  const shown = (fit: Fit): string =>
    printable(sameModel ? fit.prepared.name : fit.prepared.offer.id);
  if (isReference) {
    return isAuto
      ? `${shown(chosen)} is the best that fits, and nothing cheaper keeps ${bar}% of it`
      : `${shown(chosen)} as asked, as nothing cheaper keeps ${bar}% of it`;
  }
  const percent = percentOf(chosen.quality, reference.quality);
  const kept = `${percent > 100 ? "reaches" : "keeps"} ${percent.toFixed(1)}%`;
  return `${shown(chosen)} ${kept} of ${shown(reference)}, bar ${bar}%, ${lessCost(chosen.cost, reference.cost)}`;
};

/** Why a model that does not keep the promise: there is no other than the sandbox's. */
export const makeshiftReason = (chosen: Fit, reference: Fit): string => {
  const percent = percentOf(chosen.quality, reference.quality).toFixed(1);
  const names = [chosen, reference].map(({ prepared }) => printable(prepared.offer.id));
  return `${names[0] ?? ""} stands in for ${names[1] ?? ""} at ${percent}%, as only the sandbox has a key`;
};

const lessCost = (cost: PicoUsd, reference: PicoUsd): string => {
  if (cost >= reference) return "at the same expected cost";
  const share = Math.round((1 - cost / reference) * 100);
  // Only what costs nothing costs 100% less.
  const shown = cost > 0 ? Math.min(99, share) : 100;
  return `expected to cost ${Math.max(1, shown)}% less`;
};
