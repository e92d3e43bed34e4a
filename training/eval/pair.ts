/** A weak and a strong model on the same prompts, and how much a router would gain by the strong. */
export type Pair = {
  readonly weak: Float64Array;
  readonly strong: Float64Array;
};

/** Prompts by their gain: `places[i]` is 0 for those with the highest, then 1, and so on. */
export type Levels = { readonly places: Int32Array; readonly count: number };

/** Prompts of equal gain are of one level: no router tells them apart. */
export const levelsOf = (gain: Float64Array): Levels => {
  const order = Int32Array.from(gain.keys()).sort(
    (a, b) => (gain[b] as number) - (gain[a] as number),
  );
  const places = new Int32Array(gain.length);
  let level = -1;
  let before = Number.NaN;
  for (const prompt of order) {
    const own = gain[prompt] as number;
    if (own !== before) level++;
    before = own;
    places[prompt] = level;
  }
  return { places, count: level + 1 };
};

/**
 * The share of the gap between the two models that is recovered when the strong one answers the
 * prompts with the highest gain: entry k is for k prompts of n. Prompts of equal gain share alike.
 *
 * @param sample - which prompts count, each as often as it is named; all of them if absent.
 */
export const recoveredGap = (
  { weak, strong }: Pair,
  { places, count }: Levels,
  sample: Int32Array = Int32Array.from(places.keys()),
): Float64Array => {
  const members = new Int32Array(count);
  const gaps = new Float64Array(count);
  let whole = 0;
  for (const prompt of sample) {
    const gap = (strong[prompt] as number) - (weak[prompt] as number);
    const level = places[prompt] as number;
    (members[level] as number)++;
    (gaps[level] as number) += gap;
    whole += gap;
  }
  const curve = new Float64Array(sample.length + 1);
  let found = 0;
  let at = 0;
  for (let level = 0; level < count; level++) {
    const together = gaps[level] as number;
    const size = members[level] as number;
    for (let tie = 1; tie <= size; tie++) {
      curve[++at] = (found + (together * tie) / size) / whole;
    }
    found += together;
  }
  return curve;
};

/** The area under such a curve. */
export const areaUnder = (curve: Float64Array): number => {
  let area = 0;
  for (let at = 1; at < curve.length; at++) {
    area += ((curve[at] as number) + (curve[at - 1] as number)) / 2;
  }
  return area / (curve.length - 1);
};

/** Sums of many shares miss a round share by so much. */
const tiny = 1e-9;

/** Where such a curve first reaches that share: the least share of calls that recovers it. */
export const callsOn = (curve: Float64Array, share: number): number => {
  const place = curve.findIndex((recovered) => recovered >= share - tiny);
  return place < 0 ? 1 : place / (curve.length - 1);
};

/** Average performance gap recovered, the area under the curve; random routing has 0.5. */
export const apgr = (pair: Pair, gain: Float64Array): number =>
  areaUnder(recoveredGap(pair, levelsOf(gain)));

/** Least share of calls to the strong model that recovers that share of the gap, 0 to 1. */
export const callsFor = (pair: Pair, gain: Float64Array, share: number): number =>
  callsOn(recoveredGap(pair, levelsOf(gain)), share);
