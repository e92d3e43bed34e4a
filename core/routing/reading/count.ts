import { digit, foldOf, kindOf, latin, letter, mark, scriptOf, sign } from "./characters";
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

/** Counts one unit of a text, and what begins or ends at it. */
export const countUnit = (
  counts: TextCounts,
  unit: number,
  kind: number,
  text: string,
  at: number,
): void => {
  if (unit < 128) (counts.ascii[unit] as number)++;
  if (kind === letter || kind === sign) countLetter(counts, unit);
  else if (kind === digit) counts.digits++;
  else if (unit === newline) countLine(counts, text, at + 1);
  else if (kind === mark && endsSentence(unit, text.charCodeAt(at + 1))) counts.sentences++;
};

const countLetter = (counts: TextCounts, unit: number): void => {
  counts.letters++;
  const script = scriptOf(unit);
  (counts.scripts[script] as number)++;
  if (script === latin && unit < 0xe0 && unit !== foldOf(unit)) counts.capitals++;
};

/** A Latin full stop within `3.5` or `index.ts` ends nothing. */
const endsSentence = (unit: number, next: number): boolean => {
  if (unit === 0x2e || unit === 0x21 || unit === 0x3f) {
    const kind = kindOf(next);
    return kind !== letter && kind !== digit;
  }
  return unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0x964;
};

const countLine = (counts: TextCounts, text: string, start: number): void => {
  counts.lines++;
  const first = text.charCodeAt(start);
  if (first === 0x20 || first === 9) counts.indentedLines++;
  const at = first === 0x28 ? start + 1 : start;
  const label = kindOf(text.charCodeAt(at));
  const after = text.charCodeAt(at + 1);
  const isLabel = label === letter || label === digit;
  if (isLabel && (after === 0x2e || after === 0x29)) counts.optionLines++;
};
