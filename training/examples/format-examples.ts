import { gunzipSync, gzipSync } from "node:zlib";
import type { Example } from "./example";

/** Level 9, no name and no time (Node writes 0 for it): the same examples are the same bytes. */
export const packExamples = (examples: readonly Example[]): Buffer =>
  gzipSync(examples.map((example) => `${JSON.stringify(example)}\n`).join(""), { level: 9 });

/** Reads back what `packExamples` wrote. */
export const unpackExamples = (bytes: Buffer): Example[] =>
  gunzipSync(bytes)
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Example);
