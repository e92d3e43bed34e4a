/** A weak and a strong model on the same prompts, and how much a router would gain by the strong. */
export type Pair = {
  readonly weak: Float64Array;
  readonly strong: Float64Array;
};

/**
 * The share of the gap between the two models that is recovered when the strong one answers the
 * prompts with the highest gain: entry k is for k prompts of n. Prompts of equal gain share alike.
 */
export const recoveredGap = ({ weak, strong }: Pair, gain: Float64Array): Float64Array => {
  const order = Array.from(gain.keys()).sort((a, b) => (gain[b] as number) - (gain[a] as number));
  const curve = new Float64Array(gain.length + 1);
  let whole = 0;
  for (let at = 0; at < gain.length; at++) whole += (strong[at] as number) - (weak[at] as number);
  let found = 0;
  for (let at = 0; at < order.length; ) {
    let end = at + 1;
    const level = gain[order[at] as number];
    while (end < order.length && gain[order[end] as number] === level) end++;
    let together = 0;
    for (let tie = at; tie < end; tie++) {
      const prompt = order[tie] as number;
      together += (strong[prompt] as number) - (weak[prompt] as number);
    }
    for (let tie = at; tie < end; tie++) {
      curve[tie + 1] = (found + (together * (tie + 1 - at)) / (end - at)) / whole;
    }
    found += together;
    at = end;
  }
  return curve;
};

/** Average performance gap recovered, the area under the curve; random routing has 0.5. */
export const apgr = (pair: Pair, gain: Float64Array): number => {
  const curve = recoveredGap(pair, gain);
  let area = 0;
  for (let at = 1; at < curve.length; at++) {
    area += ((curve[at] as number) + (curve[at - 1] as number)) / 2;
  }
  return area / (curve.length - 1);
};

/** Least share of calls to the strong model that recovers that share of the gap, 0 to 1. */
export const callsFor = (pair: Pair, gain: Float64Array, share: number): number => {
  const curve = recoveredGap(pair, gain);
  const place = curve.findIndex((recovered) => recovered >= share);
  return place / (curve.length - 1);
};
