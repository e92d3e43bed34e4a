/** What one pass over a text finds; all counts are of the capped text. */
export type TextReading = {
  /** Lower-cased, in order, at most `maxWords`; a run of Chinese or Japanese is no word. */
  readonly words: readonly string[];
  /** The text as it was judged: head and tail of the whole, lower-cased. */
  readonly text: string;
  /** UTF-16 units of the whole text, before the cap. */
  readonly length: number;
  readonly numbers: number;
  readonly questionMarks: number;
  /** Brackets, braces, semicolons and the like, which prose has few of. */
  readonly codeMarks: number;
  /** Signs of arithmetic. */
  readonly mathMarks: number;
  readonly lines: number;
  /** Letters by script. */
  readonly latin: number;
  readonly han: number;
  readonly kana: number;
  readonly devanagari: number;
  /** Letters of scripts that no cue is written in. */
  readonly foreign: number;
};

const headLength = 2_500;
const tailLength = 1_500;
const maxWords = 800;

/** The first 2,500 and last 1,500 UTF-16 units of a text: what is judged of it. */
const capped = (text: string): string =>
  text.length <= headLength + tailLength
    ? text
    : `${text.slice(0, headLength)}\n${text.slice(-tailLength)}`;

/** Kinds of characters, as small numbers: this loop runs for every character of every request. */
const gap = 0;
const latin = 1;
const digit = 2;
const han = 3;
const kana = 4;
const devanagari = 5;
const foreign = 6;
/** `don't`, `c++`, `tl;dr`, `key-value` are words as a whole. */
const joiner = 7;
const codeMark = 8;
const mathMark = 9;
const bothMarks = 10;
const question = 11;
const lineEnd = 12;

const kindOfWide = (unit: number): number => {
  if (unit < 0x2000) return unit >= 0x900 && unit < 0x980 ? devanagari : foreign;
  if (unit >= 0x4e00 && unit < 0xa000) return han;
  if (unit >= 0x3041 && unit < 0x3100) return kana;
  if (unit >= 0xac00 && unit < 0xd800) return foreign;
  if (unit === 0x2019) return joiner;
  if (unit === 0xff1f) return question;
  // Mathematical operators; emoji and the rest are gaps.
  return unit >= 0x2200 && unit < 0x2300 ? mathMark : gap;
};

/** The kind of each of the first 592 UTF-16 units: Latin with its accents. */
const narrowKinds = Uint8Array.from({ length: 0x250 }, (_, unit) => {
  const sign = String.fromCharCode(unit);
  if (unit === 10) return lineEnd;
  if (/[a-z]/.test(sign)) return latin;
  if (/[0-9]/.test(sign)) return digit;
  if (unit >= 0xc0) return sign === "×" || sign === "÷" ? mathMark : latin;
  if (sign === "=") return bothMarks;
  if ("{}[]()<>_`|&\\/@".includes(sign)) return codeMark;
  if ("*^%".includes(sign)) return mathMark;
  if ("'+#-;:".includes(sign)) return joiner;
  return sign === "?" ? question : gap;
});

const trailing = new Set(["'", "’", "-", ";", ":"]);

/** Cuts the trailing signs that a word does not need: `poem:` is `poem`, `c++` stays. */
const trimmed = (word: string): string => {
  let end = word.length;
  while (end > 0 && trailing.has(word[end - 1] ?? "")) end--;
  return end === word.length ? word : word.slice(0, end);
};

/** Reads a text once, character by character: linear in the cap, whatever the text. */
export const readText = (whole: string): TextReading => {
  const text = capped(whole).toLowerCase();
  const words: string[] = [];
  const seen = new Uint16Array(13);
  let numbers = 0;
  let start = -1;
  let inNumber = false;
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : 32;
    const kind = unit < 0x250 ? (narrowKinds[unit] ?? gap) : kindOfWide(unit);
    seen[kind] = (seen[kind] ?? 0) + 1;
    if (kind === digit) {
      if (!inNumber) numbers++;
      inNumber = true;
    } else if (unit !== 46 && unit !== 44) inNumber = false;
    const spells = kind === latin || kind === digit || kind === devanagari || kind === foreign;
    if (spells) {
      if (start < 0) start = at;
    } else if (start >= 0 && kind !== joiner) {
      if (words.length < maxWords) words.push(trimmed(text.slice(start, at)));
      start = -1;
    }
  }
  const of = (kind: number): number => seen[kind] ?? 0;
  return {
    words,
    text,
    length: whole.length,
    numbers,
    questionMarks: of(question),
    codeMarks: of(codeMark) + of(bothMarks),
    mathMarks: of(mathMark) + of(bothMarks),
    lines: of(lineEnd) + 1,
    latin: of(latin),
    han: of(han),
    kana: of(kana),
    devanagari: of(devanagari),
    foreign: of(foreign),
  };
};
