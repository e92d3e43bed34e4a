/** Something that is due at a time; equal times are taken in the order of `sequence`. */
export type Due = { readonly at: number; readonly sequence: number };

export type DueHeap = {
  readonly push: (entry: Due) => void;
  readonly peek: () => Due | undefined;
  readonly pop: () => Due | undefined;
};

const isBefore = (a: Due, b: Due): boolean =>
  a.at < b.at || (a.at === b.at && a.sequence < b.sequence);

/** A binary heap: the entry that is due first comes out first, in logarithmic time. */
export const createDueHeap = (): DueHeap => {
  const entries: Due[] = [];

  const at = (index: number): Due => {
    const entry = entries[index];
    if (!entry) throw new RangeError(`the heap of ${entries.length} has no entry ${index}`);
    return entry;
  };

  const rise = (start: number, entry: Due): void => {
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!isBefore(entry, at(parent))) break;
      entries[index] = at(parent);
      index = parent;
    }
    entries[index] = entry;
  };

  const sink = (entry: Due): void => {
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= entries.length) break;
      if (child + 1 < entries.length && isBefore(at(child + 1), at(child))) child += 1;
      if (!isBefore(at(child), entry)) break;
      entries[index] = at(child);
      index = child;
    }
    entries[index] = entry;
  };

  return {
    push: (entry) => {
      entries.push(entry);
      rise(entries.length - 1, entry);
    },
    peek: () => entries[0],
    pop: () => {
      const first = entries[0];
      const last = entries.pop();
      if (last && entries.length > 0) sink(last);
      return first;
    },
  };
};
