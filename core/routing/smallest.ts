/**
 * The first `count` items in the order of `compare`, without sorting the rest.
 *
 * @param compare - below 0 where the first goes before the second; must tell any two apart for the
 *   answer not to depend on the order of `items`.
 */
export const smallest = <T>(
  items: readonly T[],
  count: number,
  compare: (a: T, b: T) => number,
): T[] => {
  const kept: T[] = [];
  for (const item of items) {
    const last = kept.at(-1);
    if (kept.length >= count && (last === undefined || compare(item, last) >= 0)) continue;
    const place = kept.findIndex((other) => compare(item, other) < 0);
    kept.splice(place < 0 ? kept.length : place, 0, item);
    if (kept.length > count) kept.pop();
  }
  return kept;
};
