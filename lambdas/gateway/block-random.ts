const blockBytes = 4_096;

/**
 * Cryptographic randomness in [0, 1), drawn a block at a time: a call to the system for each of an
 * id's sixteen characters costs more than the rest of a request's bookkeeping.
 *
 * @param fill - fills bytes from the system's source, lent.
 */
export const createBlockRandom = (fill: (bytes: Uint8Array) => unknown): (() => number) => {
  const block = new Uint8Array(blockBytes);
  let used = blockBytes;
  return () => {
    if (used === blockBytes) {
      fill(block);
      used = 0;
    }
    used += 1;
    return (block[used - 1] ?? 0) / 256;
  };
};
