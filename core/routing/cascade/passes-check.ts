import type { JsonSchema } from "../../chat/answer-format";
import type { SaidAnswer } from "../../chat/said-answer";
import type { AnswerCheck, ShortForm } from "./answer-check";

/** Holds a value against a schema; false too where that takes too long or can't be done. */
export type MatchesSchema = (schema: JsonSchema, value: unknown) => boolean;

/** Longer answers are no label, number or word. */
const longestShort = 60;

const forms: Readonly<Record<ShortForm, RegExp>> = {
  number: /^[-+−]?[$€£¥]?(?:\d{1,3}(?:,\d{3})+|\d+|(?=\.\d))(?:\.\d+)?(?:e[-+]?\d+)?\s?%?\.?$/iu,
  letter: /^\(?\p{L}\)?\.?$/u,
  word: /^[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*[.!]?$/u,
};

/** A word by which a model says that it does not know. */
const hedge =
  /^(?:unknown|unsure|uncertain|unclear|maybe|perhaps|possibly|depends|none|nothing|null|nan|n\/?a|sorry|cannot|can['’]t|error|undefined|undetermined|indeterminate|inconclusive)\b/iu;

const isShort = (text: string, form: ShortForm): boolean =>
  text.length <= longestShort && forms[form].test(text) && !hedge.test(text);

const isLabel = (text: string, labels: readonly string[]): boolean => {
  const said = text.toLowerCase();
  return labels.some((label) => [label, `${label}.`].some((one) => one.toLowerCase() === said));
};

const parsed = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
};

/** Whether an answer has the form that was asked for; what can't be told counts as no. */
export const passesCheck = (
  check: AnswerCheck,
  said: SaidAnswer | undefined,
  matches: MatchesSchema,
): boolean => {
  if (!said?.whole || said.declined) return false;
  const text = said.text.trim();
  if (check.kind === "label") return isLabel(text, check.labels);
  if (check.kind === "short") return isShort(text, check.form);
  const json = parsed(text);
  if (json === undefined) return false;
  const { value } = json;
  if (check.kind === "schema") return matches(check.schema, value);
  return typeof value === "object" && value !== null && !Array.isArray(value);
};
