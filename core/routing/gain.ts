import type { Classification } from "./classification";
import { clusterLogits, predictQuality, type Standing } from "./quality";
import { tasks } from "./task";

/** A model that stands alike at every task. */
const standingAt = (place: 0 | 2): Standing => ({
  logits: new Float64Array(tasks.length).fill(clusterLogits[place]),
  places: new Float64Array(tasks.length).fill(place),
});

const small = standingAt(0);
const large = standingAt(2);

/**
 * How much likelier a typical large model is to answer a request acceptably than a typical small
 * one: what requests are ranked by where only few of them may go to the large one.
 *
 * @returns −1 to 1.
 */
export const gainOf = (classification: Classification): number =>
  predictQuality(large, classification, false) - predictQuality(small, classification, false);
