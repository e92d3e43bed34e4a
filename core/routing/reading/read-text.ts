import {
  digit,
  foldOf,
  kindOf,
  mark,
  sign,
  space,
  tableFolds,
  tableKinds,
  tableSize,
} from "./characters";
import { countNumber, countUnits, countWord } from "./count";
import type { GramSet } from "./gram-set";
import type { TextCounts } from "./text-counts";

/** Where the n-grams and counts of a text go. */
export type Reading = {
  /** Words and pairs of neighbouring words. */
  readonly words: GramSet;
  /** Three and four units in a row within a word, its edges counted as units. */
  readonly pieces: GramSet;
  readonly counts: TextCounts;
  /** The words that training has met, by their hashes. */
  readonly known: { has(hash: number): boolean };
};

/** The longest stretch that is read at once. */
const longestStretch = 4_096;

const units = new Uint16Array(longestStretch);
const kinds = new Uint8Array(longestStretch);

/** FNV-1a's offset and prime (http://www.isthe.com/chongo/tech/comp/fnv/, read on 2026-11-24). */
const basis = 0x811c_9dc5;
const prime = 0x0100_0193;
/** Pairs and pieces begin elsewhere, so that none is taken for a word. */
const pairBasis = 0x85eb_ca6b;
const pieceBasis = 0x2545_f491;
/** Stands before and behind a word. */
const edge = 1;

const mix = (hash: number, unit: number): number => Math.imul(hash ^ unit, prime);

/** How a stretch of text is read. */
export type Manner = {
  /** Of its n-grams. */
  readonly weight: number;
  /** It goes into the counts as well. */
  readonly counting: boolean;
  /** Pieces of words are read as well: they tell little more of a long text. */
  readonly inPieces: boolean;
};

/**
 * Reads a stretch of text, at most `longestStretch` long, with no allocation for any n-gram.
 */
export const readText = (
  text: string,
  from: number,
  to: number,
  manner: Manner,
  reading: Reading,
): void => {
  const length = to - from;
  take(text, from, length);
  if (manner.counting) countUnits(reading.counts, text, from, to);
  const { weight, counting } = manner;
  const { words, counts, known } = reading;
  const pieces = manner.inPieces ? reading.pieces : undefined;
  let previous = 0;
  let at = 0;
  while (at < length) {
    const kind = kinds[at] as number;
    if (kind === space) {
      at++;
      continue;
    }
    let end = at + 1;
    if (kind === mark || kind === sign) {
      const token = mix(basis, units[at] as number);
      addToken(words, token, previous, weight);
      previous = token;
      if (counting && kind === sign) countWord(counts, 1, known.has(token));
      if (pieces && kind === sign && (at === 0 || kinds[at - 1] !== sign)) {
        while (end < length && kinds[end] === sign) end++;
        addPieces(pieces, at, end, weight);
      }
      at++;
      continue;
    }
    while (end < length && kinds[end] === kind) end++;
    let token = basis;
    for (let place = at; place < end; place++) token = mix(token, units[place] as number);
    addToken(words, token, previous, weight);
    previous = token;
    if (pieces) addPieces(pieces, at, end, weight);
    if (counting && kind === digit) countNumber(counts, end - at);
    else if (counting) countWord(counts, end - at, known.has(token));
    at = end;
  }
};

/** Puts kinds and folded units of a stretch where the n-grams are made of them. */
const take = (text: string, from: number, length: number): void => {
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(from + at);
    if (unit < tableSize) {
      kinds[at] = tableKinds[unit] as number;
      units[at] = tableFolds[unit] as number;
    } else {
      kinds[at] = kindOf(unit);
      units[at] = foldOf(unit);
    }
  }
};

const addToken = (words: GramSet, token: number, previous: number, weight: number): void => {
  words.add(token, weight);
  if (previous !== 0) words.add(mix(mix(pairBasis, previous), token), weight);
};

const addPieces = (pieces: GramSet, start: number, end: number, weight: number): void => {
  let first = 0;
  let second = edge;
  let third = units[start] as number;
  for (let at = start + 1; at <= end; at++) {
    const unit = at < end ? (units[at] as number) : edge;
    const three = mix(mix(mix(pieceBasis, second), third), unit);
    pieces.add(three, weight);
    if (first !== 0) pieces.add(mix(three, first), weight);
    first = second;
    second = third;
    third = unit;
  }
};
