import type { Classification } from "../core/routing/classification";
import type { Artifact } from "../core/routing/heads/artifact";
import type { Corpus } from "./corpus";
import { crossFit } from "./cross-fit";
import type { Judged } from "./eval/judged";
import { crossFitParts, makePools } from "./eval/pools";
import type { BenchmarkPrices } from "./eval/prices";
import type { Heads } from "./fit/fit-heads";
import { type Floors, fitFloors } from "./floors";
import { fitTrust } from "./trust";

/** What is found out about fitted heads on prompts that they had not learned from. */
export type Calibration = { readonly trust: readonly number[]; readonly floors: Floors };

/**
 * Cross-fits the shifts to find how far they are to be trusted, and the floors of the modes.
 *
 * @param task - heads of the tasks: only what the shifts say is held to scores, so one fit will do.
 */
export const calibrate = (corpus: Corpus, task: Heads, prices: BenchmarkPrices): Calibration => {
  const judged = crossFit(corpus, [1, 1, 1], task);
  const trust = fitTrust(judged);
  const floors = fitFloors(makePools(crossFitParts(trusting(judged, trust)), prices));
  return { trust, floors };
};

/** As it would have been read with that trust, which only multiplies the shifts. */
const trusting = (judged: readonly Judged[], trust: readonly number[]): Judged[] =>
  judged.map(({ row, classification }) => ({
    row,
    classification: { ...classification, shifts: scaled(classification, trust) },
  }));

const scaled = ({ shifts }: Classification, trust: readonly number[]): number[] =>
  shifts.map((shift, cluster) => shift * (trust[cluster] as number));

/** The artifact with its calibration written into the header. */
export const calibrated = (artifact: Artifact, calibration: Calibration): Artifact => ({
  ...artifact,
  header: { ...artifact.header, ...calibration },
});
