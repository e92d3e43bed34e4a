import { digit, foldOf, kindOf, mark, sign, space } from "./characters";
import { countNumber, countUnit, countWord } from "./count";
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
export const longestStretch = 4_096;

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

/**
 * Reads a stretch of text, at most `longestStretch` long, with no allocation for any n-gram.
 *
 * @param weight - of its n-grams.
 * @param counting - whether it goes into the counts as well.
 */
export const readText = (
  text: string,
  from: number,
  to: number,
  weight: number,
  reading: Reading,
  counting: boolean,
): void => {
  const length = to - from;
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(from + at);
    const kind = kindOf(unit);
    kinds[at] = kind;
    units[at] = foldOf(unit);
    if (counting) countUnit(reading.counts, unit, kind, text, from + at);
  }
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
      addToken(reading.words, token, previous, weight);
      previous = token;
      if (counting && kind === sign) countWord(reading.counts, 1, reading.known.has(token));
      if (kind === sign && (at === 0 || kinds[at - 1] !== sign)) {
        while (end < length && kinds[end] === sign) end++;
        addPieces(reading.pieces, at, end, weight);
      }
      at++;
      continue;
    }
    while (end < length && kinds[end] === kind) end++;
    let token = basis;
    for (let place = at; place < end; place++) token = mix(token, units[place] as number);
    addToken(reading.words, token, previous, weight);
    previous = token;
    addPieces(reading.pieces, at, end, weight);
    if (counting && kind === digit) countNumber(reading.counts, end - at);
    else if (counting) countWord(reading.counts, end - at, reading.known.has(token));
    at = end;
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
