import type { KeyAnswer } from "../../../../core/contract/keys";

const usual = ["dev", "staging", "production"];

/** What to suggest for a key's environment: the usual ones, and those that keys have already. */
export const knownEnvironments = (keys: readonly KeyAnswer[]): readonly string[] => [
  ...new Set([...usual, ...keys.map(({ environment }) => environment)]),
];
