import { createHash } from "node:crypto";

/** The question itself, without its options and without case, marks and spacing. */
export const stemOf = (prompt: string): string =>
  (prompt.split("\nA. ", 1)[0] ?? "")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim()
    .slice(-400);

/** The same question lies in the same fold, whichever data set it is found in. */
export const foldOf = (prompt: string, folds: number): number =>
  createHash("sha256")
    .update(`fold-1:${stemOf(prompt)}`)
    .digest()
    .readUInt32BE(0) % folds;
