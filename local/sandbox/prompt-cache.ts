import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";

/** OpenAI caches prompts from 1,024 tokens on, in steps of 128, for some minutes. */
const leastTokens = 1_024;
const stepTokens = 128;
const keptMs = 10 * 60_000;

/** Which prompts' beginnings were seen of late. */
export type PromptCache = {
  /**
   * How many tokens at the prompt's beginning were seen before; from then on all are.
   *
   * @param now - milliseconds since 1970.
   */
  readonly read: (model: string, pieces: readonly string[], now: number) => number;
};

/** Remembers hashes of beginnings, never their text; in memory only. */
export const createPromptCache = (): PromptCache => {
  const seenAt = new LRUCache<string, number>({ max: 50_000 });
  return {
    read(model, pieces, now) {
      const running = createHash("sha256").update(model);
      let cached = 0;
      let from = 0;
      for (let to = leastTokens; to <= pieces.length; to += stepTokens) {
        running.update(pieces.slice(from, to).join("\u0000"));
        from = to;
        const prefix = running.copy().digest("base64");
        const last = seenAt.get(prefix);
        if (last !== undefined && now - last <= keptMs) cached = to;
        seenAt.set(prefix, now);
      }
      return cached;
    },
  };
};
