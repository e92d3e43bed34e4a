/** Kinds of UTF-16 units, as small numbers: the reader looks one up for every unit of a text. */
export const space = 0;
export const letter = 1;
export const digit = 2;
export const mark = 3;
/** Han and kana: written without spaces, so every sign stands for a word. */
export const sign = 4;

/** Scripts that are told apart, and their places in `TextCounts.scripts`. */
export const scripts = ["latin", "han", "kana", "devanagari", "foreign"] as const;
export const latin = 0;
export const han = 1;
export const kana = 2;
export const devanagari = 3;
export const foreign = 4;

/** Below it, Latin letters with all their accents: looked up; above it, reckoned from ranges. */
export const tableSize = 0x250;
export const tableKinds = new Uint8Array(tableSize);
export const tableFolds = new Uint16Array(tableSize);

const isLetter = /\p{L}/u;
const isSpace = /\s|\p{Z}|\p{C}/u;

for (let unit = 0; unit < tableSize; unit++) {
  const text = String.fromCharCode(unit);
  const isDigit = unit >= 0x30 && unit <= 0x39;
  tableKinds[unit] = isDigit
    ? digit
    : isLetter.test(text)
      ? letter
      : isSpace.test(text)
        ? space
        : mark;
  tableFolds[unit] = text.toLowerCase().normalize("NFD").charCodeAt(0);
}

export const kindOf = (unit: number): number =>
  unit < tableSize ? (tableKinds[unit] as number) : kindOfWide(unit);

const kindOfWide = (unit: number): number => {
  if (unit < 0x2000) return isWideMark(unit) ? mark : unit === 0x1680 ? space : letter;
  if (unit < 0x2c00) return unit < 0x2010 || (unit >= 0x2028 && unit < 0x2030) ? space : mark;
  if (unit < 0x3041) return unit === 0x3000 ? space : unit >= 0x2e00 ? mark : letter;
  // Kana, Hangul's letters of old, Han; then Hangul, which does put spaces between words.
  if (unit < 0xa000) return unit >= 0x3130 && unit < 0x3190 ? letter : sign;
  if (unit < 0xd800) return letter;
  // Half an emoji, or half a rare letter: a mark of its own.
  if (unit < 0xf900) return mark;
  if (unit < 0xfb00) return sign;
  if (unit < 0xfe00) return letter;
  return unit >= 0xff66 && unit < 0xffa0 ? sign : unit === 0xfeff ? space : kindOfFullWidth(unit);
};

/** Full-width forms are the kind that their ASCII twins are. */
const kindOfFullWidth = (unit: number): number =>
  unit > 0xff00 && unit < 0xff5f ? (tableKinds[unit - 0xfee0] as number) : mark;

/** Arabic's comma, semicolon and question mark, Devanagari's full stops. */
const isWideMark = (unit: number): boolean =>
  unit === 0x60c || unit === 0x61b || unit === 0x61f || unit === 0x964 || unit === 0x965;

/** A small letter without accents; full-width forms as their ASCII twins. */
export const foldOf = (unit: number): number => {
  if (unit < tableSize) return tableFolds[unit] as number;
  if (unit > 0xff00 && unit < 0xff5f) return tableFolds[unit - 0xfee0] as number;
  // Capital letters of Greek and Cyrillic stand 32 before the small ones.
  const isCapital = (unit >= 0x391 && unit < 0x3aa) || (unit >= 0x410 && unit < 0x430);
  return isCapital ? unit + 32 : unit;
};

export const scriptOf = (unit: number): number => {
  if (unit < tableSize) return latin;
  if (unit >= 0x900 && unit < 0x980) return devanagari;
  if ((unit >= 0x3041 && unit < 0x3100) || (unit >= 0xff66 && unit < 0xffa0)) return kana;
  if (unit >= 0x3400 && unit < 0xa000) return han;
  // Full-width Latin.
  return unit > 0xff00 && unit < 0xff5f ? latin : foreign;
};
