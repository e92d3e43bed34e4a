import type { ShortForm } from "./answer-check";
import { endsAt, saysOnlyAt } from "./instruction";

const forms: readonly (readonly [ShortForm, string])[] = [
  ["number", "number|integer|digit|numeral"],
  ["letter", "letter"],
  ["word", "word"],
];

const patternOf = (noun: string): RegExp =>
  new RegExp(
    `\\b(?:answer|reply|respond|return|output|give|print)\\b([^.\\n]{0,40}?)\\b(?:${noun})\\b`,
    "giu",
  );

const patterns = forms.map(([form, noun]) => [form, patternOf(noun)] as const);

/** "only", "a single", "one": there is to be nothing beside it. */
const alone = /\b(?:only|just|single|one|nothing but)\b/iu;

const asksFor = (text: string, pattern: RegExp): boolean =>
  [...text.matchAll(pattern)].some((match) => {
    const end = match.index + match[0].length;
    const [, between = ""] = match;
    if (/\bor\b/iu.test(between)) return false;
    return endsAt(text, end) && (alone.test(between) || saysOnlyAt(text, end));
  });

/**
 * The one number, letter or word that an instruction wants, where it says so plainly. Reads English
 * only.
 *
 * @param text - from `plainInstruction`.
 * @returns undefined where none or several are asked for.
 */
export const findShortForm = (text: string): ShortForm | undefined => {
  const found = patterns.filter(([, pattern]) => asksFor(text, pattern)).map(([form]) => form);
  return found.length === 1 ? found[0] : undefined;
};
