import { tasks } from "../task";
import { type Cue, cueIndex, type Entry } from "./cue-index";
import { constraintGlyphs, easyGlyphs, hardGlyphs } from "./difficulty-words";
import type { TextReading } from "./text-reading";

/** How strongly each task is spoken for, by its place in `tasks`. */
export type Scores = number[];

export const noScores = (): Scores => tasks.map(() => 0);

/** How many words of a text say how hard the request is. */
export type Hints = { hard: number; easy: number; constraint: number };

/** Words in which an instruction is usually given: at the start and at the end of a text. */
const openingWords = 40;
const closingWords = 20;
/** A word within pasted material says little about what is wanted. */
const materialWeight = 0.15;
/** The verb that opens a request says most. */
const verbWeight = 1.5;
const verbWords = 4;
/** From here on a cue is more than a leaning. */
const plainWeight = 3;
/** Of the same task each cue leaves the later ones less to add: long texts must not win by length. */
const afterPlain = 0.5;
const afterWeak = 0.7;

type Hear = (cue: Cue, placeWeight: number) => void;

/** Adds what one text's words and glyphs say to `scores`, each times `weight`; returns hints. */
export const readCues = (reading: TextReading, weight: number, scores: Scores): Hints => {
  // Apart, so that pasted material can't wear out what the instruction after it says.
  const trustOfEdges = scores.map(() => weight);
  const trustOfMaterial = scores.map(() => weight);
  const hints: Hints = { hard: 0, easy: 0, constraint: 0 };
  const hear: Hear = (cue, placeWeight) => {
    const trust = placeWeight < 1 ? trustOfMaterial : trustOfEdges;
    const trusted = trust[cue.task] ?? 0;
    scores[cue.task] = (scores[cue.task] ?? 0) + cue.weight * placeWeight * trusted;
    trust[cue.task] = trusted * (cue.weight >= plainWeight ? afterPlain : afterWeak);
  };
  const named = readWords(reading.words, hear, hints);
  if (reading.han + reading.kana > 0) readGlyphs(reading, hear, hints);
  else if (!named) readMisspelled(reading.words, hear);
  return hints;
};

/** Returns whether any word named a task, so that no typo need be looked for. */
const readWords = (words: readonly string[], hear: Hear, hints: Hints): boolean => {
  let named = false;
  let head: Entry | undefined;
  // A word says the same however often a text repeats it.
  const seen = new Set<Entry>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const edge = at < openingWords || at >= words.length - closingWords;
    const placeWeight = at < verbWords ? verbWeight : edge ? 1 : materialWeight;
    const entry = cueIndex.find(word);
    const phrase = head?.phrases?.get(word);
    if (entry?.filler !== true) head = entry;
    if (entry?.hint !== undefined) hints[entry.hint]++;
    if (entry !== undefined && entry.cues.length > 0 && !seen.has(entry)) {
      if (edge) seen.add(entry);
      for (const cue of entry.cues) {
        hear(cue, placeWeight);
        named ||= edge && namesTask(cue);
      }
    }
    for (const cue of phrase ?? []) {
      hear(cue, placeWeight);
      named ||= edge && namesTask(cue);
    }
  }
  return named;
};

const question = tasks.indexOf("question-answering");
const chat = tasks.indexOf("chat");

/** Greetings and question words are no task's name: one may still stand beside them, misspelled. */
const namesTask = ({ task, weight }: Cue): boolean =>
  weight >= plainWeight && task !== question && task !== chat;

/** Where no word is known, the opening words may be misspelled names of tasks. */
const readMisspelled = (words: readonly string[], hear: Hear): void => {
  for (const word of words.slice(0, 12)) {
    if (word.length < cueIndex.shortestName - 1) continue;
    const cue = cueIndex.findMisspelled(word, word.length < 8 ? 1 : 2);
    if (cue !== undefined) hear(cue, 1);
  }
};

/** Of a long text in Chinese or Japanese the edges tell what is wanted, as in the others. */
const readGlyphs = ({ text }: TextReading, hear: Hear, hints: Hints): void => {
  const edges = text.length <= 160 ? text : `${text.slice(0, 80)}\n${text.slice(-80)}`;
  for (const { text: glyph, cue } of cueIndex.glyphs) {
    if (edges.includes(glyph)) hear(cue, 1);
  }
  for (const glyph of hardGlyphs) if (edges.includes(glyph)) hints.hard++;
  for (const glyph of easyGlyphs) if (edges.includes(glyph)) hints.easy++;
  for (const glyph of constraintGlyphs) if (edges.includes(glyph)) hints.constraint++;
};
