import type { PhraseFile, SharedFile } from "./phrase-schema";
import type { Random } from "./random";

/** What the slots of one language's phrases are filled from. */
export type Sources = { readonly file: PhraseFile; readonly shared: SharedFile };

// Subscripts of LaTeX (`x_{n}`) are no slots.
const slot = /(?<![_^])\{([a-zA-Z]+)(?::([a-zA-Z]+))?\}/g;

const smallest = 2;
const small = 9;
const large = { from: 120, to: 98_000 };

/** What may stand in a slot; undefined where the braces are the text's own (`f"{user}"`). */
const candidatesOf = (
  { file, shared }: Sources,
  name: string,
  kind: string | undefined,
): readonly string[] | undefined => {
  if (name === "passage") {
    return kind === undefined ? Object.values(file.passages).flat() : (file.passages[kind] ?? []);
  }
  if (name === "code") {
    const { code } = shared;
    const fitting = kind === undefined ? code : code.filter(({ language }) => language === kind);
    return fitting.map(({ text }) => text);
  }
  if (name === "json" || name === "table" || name === "csv") return shared.material[name];
  return kind === undefined ? file.fill[name] : undefined;
};

/**
 * Fills each slot; one that stands twice gets two different fillings. Braces whose name no source
 * knows stay as they are.
 *
 * @throws Error if a slot asks for a kind of passage or code that there is none of.
 */
export const fillSlots = (text: string, sources: Sources, random: Random): string => {
  const used = new Set<string>();
  return text.replace(slot, (whole, name: string, kind: string | undefined) => {
    if (whole === "{n}") return String(random.whole(smallest, small));
    if (whole === "{N}") return String(random.whole(large.from, large.to));
    const candidates = candidatesOf(sources, name, kind);
    if (candidates === undefined) return whole;
    if (candidates.length === 0) {
      throw new Error(`${sources.file.language}: nothing fits the slot ${whole} in "${text}"`);
    }
    const fresh = candidates.filter((candidate) => !used.has(candidate));
    const chosen = random.pick(fresh.length > 0 ? fresh : candidates);
    used.add(chosen);
    return chosen;
  });
};

/** The braces of a text that look like slots and that no source knows, `{user}` for one. */
export const unknownSlots = (text: string, sources: Sources): string[] =>
  [...text.matchAll(slot)].flatMap(([whole, name, kind]) =>
    whole === "{n}" || whole === "{N}" || candidatesOf(sources, name ?? "", kind) ? [] : [whole],
  );
