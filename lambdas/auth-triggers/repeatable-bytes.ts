import { createHash } from "node:crypto";

/** Bytes that look random and are the same for the same seed, in calls of the same order. */
export const repeatableBytes = (seed: string): ((count: number) => Uint8Array) => {
  let block = 0;
  return (count) => {
    const blocks: Buffer[] = [];
    for (let length = 0; length < count; length += 32) {
      blocks.push(createHash("sha256").update(`${seed}/${block}`).digest());
      block += 1;
    }
    return Buffer.concat(blocks).subarray(0, count);
  };
};
