import { editDistance } from "../edit-distance";
import { type Task, tasks } from "../task";
import { cueGlyphs } from "./cue-glyphs";
import { cueWords } from "./cue-words";
import { constraintWords, easyWords, hardWords } from "./difficulty-words";

/** What one cue says: by how much it speaks for which task (its place in `tasks`). */
export type Cue = { readonly task: number; readonly weight: number };

/** All that is known of one word, so that each word of a request is looked up once. */
export type Entry = {
  readonly cues: Cue[];
  /** What the word says of difficulty. */
  readonly hint?: "hard" | "easy" | "constraint" | undefined;
  /** Stands between the words of a phrase without breaking it: an article or the like. */
  readonly filler: boolean;
  /** Phrases that the word begins, by their second word. */
  phrases?: Map<string, Cue[]>;
};

const nameWeight = 4;
const strongWeight = 3;
const weakWeight = 1.2;
/** So much of a long word is enough to know it by: `summarizing`, `classifications`. */
const stemLength = 6;

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

const fillers = new Set(
  words(`a an the me my this these some please one and us our einen eine ein den das die
    der mir bitte un una el la los las les une moi um uma os`),
);

const entries = new Map<string, Entry>();
const stems = new Map<string, Entry>();
const names: { readonly word: string; readonly cue: Cue }[] = [];

const hintOf = (word: string): Entry["hint"] => {
  if (hardWords.has(word)) return "hard";
  if (constraintWords.has(word)) return "constraint";
  return easyWords.has(word) ? "easy" : undefined;
};

const entryOf = (index: Map<string, Entry>, word: string): Entry => {
  const there = index.get(word);
  if (there !== undefined) return there;
  const entry = { cues: [], hint: hintOf(word), filler: fillers.has(word) };
  index.set(word, entry);
  return entry;
};

/** A word listed twice for one task counts once, with the weight that was read first. */
const addCue = (cues: Cue[], cue: Cue): void => {
  if (cues.every(({ task }) => task !== cue.task)) cues.push(cue);
};

/** `check+the+grammar` and `check+grammar` are the same phrase; it has two words. */
const addPhrase = (text: string, cue: Cue): void => {
  const [head, second, ...rest] = text.split("+").filter((word) => !fillers.has(word));
  if (head === undefined || second === undefined || rest.length > 0) {
    throw new Error(`a cue phrase has two words beside articles, not "${text}"`);
  }
  const entry = entryOf(entries, head);
  entry.phrases ??= new Map();
  const cues = entry.phrases.get(second) ?? [];
  addCue(cues, cue);
  entry.phrases.set(second, cues);
};

const addWord = (word: string, cue: Cue): void => {
  // `c++` is a word, not a phrase.
  if (word.includes("+") && !word.endsWith("+")) {
    addPhrase(word, cue);
    return;
  }
  addCue(entryOf(entries, word).cues, cue);
  if (cue.weight < nameWeight || word.length < stemLength) return;
  const stem = entryOf(stems, word.slice(0, stemLength));
  addCue(stem.cues, { task: cue.task, weight: strongWeight });
  names.push({ word, cue });
};

const addTask = (task: Task, place: number): void => {
  const { name, strong, weak } = cueWords[task];
  for (const word of words(name)) addWord(word, { task: place, weight: nameWeight });
  for (const word of words(strong)) addWord(word, { task: place, weight: strongWeight });
  for (const word of words(weak)) addWord(word, { task: place, weight: weakWeight });
};

tasks.forEach(addTask);
for (const word of [...hardWords, ...easyWords, ...constraintWords, ...fillers]) {
  entryOf(entries, word);
}

const glyphs: readonly { readonly text: string; readonly cue: Cue }[] = tasks.flatMap(
  (task, place) =>
    cueGlyphs[task].flatMap((list, rank) => {
      const weight = rank === 0 ? nameWeight : weakWeight;
      return words(list).map((text) => ({ text, cue: { task: place, weight } }));
    }),
);

/** What is known of a word, or of the stem of a long one. */
const find = (word: string): Entry | undefined => {
  const exact = entries.get(word);
  if (exact !== undefined || word.length < stemLength) return exact;
  return stems.get(word.slice(0, stemLength));
};

/** All cues, indexed once when the module loads. */
/** Which letters a word has, one bit each; others share bits. */
const lettersOf = (word: string): number => {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
};

const bitCount = (bits: number): number => {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
};

type Name = (typeof names)[number] & { readonly letters: number };
const byFirstLetter = new Map<string, Name[]>();
for (const { word, cue } of names) {
  const group = byFirstLetter.get(word.charAt(0)) ?? [];
  group.push({ word, cue, letters: lettersOf(word) });
  byFirstLetter.set(word.charAt(0), group);
}

/**
 * The first name of a task that a word is a misspelling of, its first letter right and at most
 * `edits` others wrong. Most names are ruled out by their length and letters.
 */
const findMisspelled = (word: string, edits: number): Cue | undefined => {
  const letters = lettersOf(word);
  for (const name of byFirstLetter.get(word.charAt(0)) ?? []) {
    if (Math.abs(name.word.length - word.length) > edits) continue;
    if (bitCount(name.letters ^ letters) > 2 * edits) continue;
    if (editDistance(word, name.word, edits) <= edits) return name.cue;
  }
  return undefined;
};

export const cueIndex = { find, findMisspelled, glyphs, shortestName: stemLength } as const;
