import { LRUCache } from "lru-cache";
import type { Access, AccessStore } from "../../core/ports/access-store";

/** A revoked key stops within a second: no answer is used for longer than this after it was asked for. */
const maxAgeMs = 900;
/** From this age on the next answer is fetched ahead, so that callers need not wait for it. */
const renewAtMs = 600;

type Entry = { readonly askedAt: number; readonly answer: Promise<Access>; renewing: boolean };

/**
 * Holds what is known of a caller for at most a second. Concurrent misses share one read; a failed
 * read is not kept, and one that fails while it renews leaves the old answer until its second ends.
 */
export const createAccessCache = (store: AccessStore, now: () => number): AccessStore => {
  const entries = new LRUCache<string, Entry>({ max: 10_000 });

  return {
    read(organization, key) {
      const name = `${organization}/${key}`;
      const ask = (): Entry => ({
        askedAt: now(),
        answer: store.read(organization, key),
        renewing: false,
      });
      const renew = (known: Entry) => {
        known.renewing = true;
        const next = ask();
        next.answer.then(
          () => entries.set(name, next),
          () => undefined,
        );
      };
      const known = entries.get(name);
      const age = known ? now() - known.askedAt : Number.POSITIVE_INFINITY;
      if (known && age < maxAgeMs) {
        if (age >= renewAtMs && !known.renewing) renew(known);
        return known.answer;
      }
      const fresh = ask();
      entries.set(name, fresh);
      fresh.answer.catch(() => {
        if (entries.get(name) === fresh) entries.delete(name);
      });
      return fresh.answer;
    },
  };
};
