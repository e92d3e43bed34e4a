import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { CacheMark } from "./asked";
import type { Prompt } from "./prompt";

/** OpenAI caches prompts from 1,024 tokens on, in steps of 128, for some minutes. */
const leastTokens = 1_024;
const stepTokens = 128;
const keptMs = 10 * 60_000;
const markedMs: Readonly<Record<CacheMark, number>> = { "5m": 5 * 60_000, "1h": 60 * 60_000 };

/** Tokens of a prompt's beginning that were in the cache, and that were put there. */
export type CacheCount = {
  readonly read: number;
  readonly written5m: number;
  readonly written1h: number;
};

const nothing: CacheCount = { read: 0, written5m: 0, written1h: 0 };

/**
 * Which prompts' beginnings were seen of late. `now` in milliseconds since 1970.
 */
export type PromptCache = {
  /** As OpenAI and Gemini do it: unasked, and writing costs nothing. */
  readonly automatic: (model: string, prompt: Prompt, now: number) => CacheCount;
  /** As Anthropic does it: up to the marks, and each use keeps it for another while. */
  readonly marked: (model: string, prompt: Prompt, now: number) => CacheCount;
};

/** Digests of the beginnings that end at each of these places, which must rise. */
const digestsAt = (model: string, pieces: readonly string[], ends: readonly number[]) => {
  const running = createHash("sha256").update(model);
  let from = 0;
  return ends.map((end) => {
    running.update(pieces.slice(from, end).join("\u0000"));
    from = end;
    return running.copy().digest("base64");
  });
};

const stepsOf = ({ length }: readonly string[]): readonly number[] =>
  Array.from(
    { length: Math.max(0, Math.floor((length - leastTokens) / stepTokens) + 1) },
    (_, step) => leastTokens + step * stepTokens,
  );

type Marked = { readonly until: number; readonly mark: CacheMark };

/** Remembers digests of beginnings, never their text; in memory only. */
export const createPromptCache = (): PromptCache => {
  const seenAt = new LRUCache<string, number>({ max: 50_000 });
  const kept = new LRUCache<string, Marked>({ max: 50_000 });
  return {
    automatic(model, { pieces }, now) {
      const ends = stepsOf(pieces);
      let read = 0;
      for (const [step, digest] of digestsAt(model, pieces, ends).entries()) {
        const last = seenAt.get(digest);
        if (last !== undefined && now - last <= keptMs) read = ends[step] ?? read;
        seenAt.set(digest, now);
      }
      return { ...nothing, read };
    },
    marked(model, { pieces, blocks }, now) {
      const last = blocks.findLastIndex(({ mark }) => mark !== undefined);
      const within = blocks.slice(0, last + 1).filter(({ end }) => end >= leastTokens);
      const digests = digestsAt(
        model,
        pieces,
        within.map(({ end }) => end),
      );
      let count = nothing;
      for (const [at, { end, mark }] of within.entries()) {
        const digest = digests[at] ?? "";
        const known = kept.get(digest);
        if (known && known.until >= now) {
          count = { read: end, written5m: 0, written1h: 0 };
          kept.set(digest, { ...known, until: now + markedMs[known.mark] });
        } else if (mark) {
          const fresh = end - count.read - count.written5m - count.written1h;
          const place = mark === "1h" ? "written1h" : "written5m";
          count = { ...count, [place]: count[place] + fresh };
          kept.set(digest, { mark, until: now + markedMs[mark] });
        }
      }
      return count;
    },
  };
};
