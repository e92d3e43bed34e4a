import { digit, kindOf, latin, letter, scriptOf, sign } from "./characters";
import type { TextCounts } from "./text-counts";

const longWord = 9;
const newline = 10;

export const countWord = (counts: TextCounts, length: number, known: boolean): void => {
  counts.words++;
  if (known) counts.knownWords++;
  if (length >= longWord) counts.longWords++;
};

export const countNumber = (counts: TextCounts, length: number): void => {
  counts.numbers++;
  if (length > counts.longestNumber) counts.longestNumber = length;
};

/** Counts the units of a stretch of text, and what begins or ends at them. */
export const countUnits = (counts: TextCounts, text: string, from: number, to: number): void => {
  const { ascii } = counts;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x20) counts.length++;
    if (unit >= 128) countWide(counts, unit);
    else {
      (ascii[unit] as number)++;
      // Letters are summed up in the end; what needs a look at its neighbours lies below them.
      if (unit === newline) countLine(counts, text, at + 1);
      else if (isStop(unit) && endsSentence(text.charCodeAt(at + 1))) counts.sentences++;
    }
  }
};

const isStop = (unit: number): boolean => unit === 0x2e || unit === 0x21 || unit === 0x3f;

const countWide = (counts: TextCounts, unit: number): void => {
  const kind = kindOf(unit);
  if (kind === letter || kind === sign) {
    counts.letters++;
    const script = scriptOf(unit);
    (counts.scripts[script] as number)++;
    if (script === latin && unit < 0xe0) counts.capitals++;
  } else if (kind === digit) {
    counts.digits++;
  } else if (unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0x964) {
    counts.sentences++;
  }
};

/** Adds what the ASCII units come to: once, when all of a text is counted. */
export const sumAscii = (counts: TextCounts): void => {
  const { ascii } = counts;
  let letters = 0;
  for (let small = 0x61; small <= 0x7a; small++) {
    const capital = ascii[small - 0x20] as number;
    letters += (ascii[small] as number) + capital;
    counts.capitals += capital;
  }
  counts.letters += letters;
  (counts.scripts[latin] as number) += letters;
  for (let figure = 0x30; figure <= 0x39; figure++) counts.digits += ascii[figure] as number;
};

/** A full stop within `3.5` or `index.ts` ends nothing. */
const endsSentence = (next: number): boolean => {
  const kind = kindOf(next);
  return kind !== letter && kind !== digit;
};

const countLine = (counts: TextCounts, text: string, start: number): void => {
  const first = text.charCodeAt(start);
  // A blank line is air, and so is what follows the last line.
  if (first === newline || Number.isNaN(first)) return;
  counts.lines++;
  if (first === 0x20 || first === 9) counts.indentedLines++;
  const at = first === 0x28 ? start + 1 : start;
  const label = kindOf(text.charCodeAt(at));
  const after = text.charCodeAt(at + 1);
  const isLabel = label === letter || label === digit;
  if (isLabel && (after === 0x2e || after === 0x29)) counts.optionLines++;
};
