import type { Operations } from "../operation";
import { cryptoOperations } from "./crypto-operations";
import { keyOperations } from "./key-operations";
import { openKeyStore } from "./key-store";

/**
 * KMS with symmetric keys, kept in one file.
 *
 * @param now - milliseconds since 1970 UTC.
 */
export const openKms = async (path: string, now: () => number): Promise<Operations> => {
  const store = await openKeyStore(path, now);
  return { ...keyOperations(store, now), ...cryptoOperations(store) };
};
