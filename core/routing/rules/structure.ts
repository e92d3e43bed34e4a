import type { TextReading } from "./text-reading";

/** What the shape of a text shows, whatever its words are; each 0 (none) to 1 (plainly). */
export type Structure = {
  readonly code: number;
  readonly latex: boolean;
  readonly sums: number;
  /** "A) … B) …": answers to choose from. */
  readonly options: boolean;
  /** Numbered or bulleted demands. */
  readonly parts: number;
};

/*
 * Each pattern is bounded in every repetition and starts from a fixed character or a line's
 * start, so that none can take more than linear time.
 */
const fence = /```/;
const codeLine =
  /^[ \t]{0,40}(?:def |class |import |from \w{1,40} import|function |const |let |var |public |private |static |package |func |fn |impl |struct |#include|return |select .{1,80} from |create table |insert into |for \(|while \(|if \(|@\w{1,30}$|traceback |\} else|<\/?(?:div|html|body|script|span)\b)/m;
const codeToken =
  /=>|\(\)|::|!=|===|&&|\|\||->|\w\.\w{1,40}\(|\.(?:py|js|tsx?|java|go|rs|cpp|sql|sh|ya?ml|json)\b/;
const latex =
  /\\(?:frac|int|sum|sqrt|lim|prod|alpha|beta|theta|pi|infty|begin|cdot|times|mathbb|leq|geq|left|partial)\b|\$[^$\n]{1,60}[\\^_=][^$\n]{0,60}\$/;
const sum =
  /\d ?(?:[-+*/^×÷=] ?\(?[\dx-z]|%|[xyz]\b)|[xyzn] ?[-+*/^=] ?\d|[a-z]\^\d|[$€£]\d|f\([xyz]\)/;
const optionA = /(?:^|[\n ])\(?a[).:] /;
const optionB = /(?:^|[\n ])\(?b[).:] /;
const optionC = /(?:^|[\n ])\(?c[).:] /;
const part = /^[ \t]{0,10}(?:\d{1,2}[.)]|[-*•]) /gm;

/** Looks at the shape of a text that was read. */
export const structureOf = (reading: TextReading): Structure => {
  const { text, numbers } = reading;
  return {
    code: codeOf(reading),
    latex: /[\\$]/.test(text) && latex.test(text),
    sums: numbers > 0 && sum.test(text) ? Math.min(1, 0.7 + numbers / 10) : 0,
    options: optionA.test(text) && optionB.test(text) && optionC.test(text),
    parts: reading.lines < 2 ? 0 : (text.match(part)?.length ?? 0),
  };
};

const codeOf = ({ text, codeMarks }: TextReading): number => {
  const hasLine = codeLine.test(text);
  const hasToken = codeMarks > 0 && codeToken.test(text);
  const hasFence = codeMarks > 2 && fence.test(text);
  if (!hasFence && !hasLine && !hasToken) return 0;
  const dense = codeMarks / text.length > 0.04;
  const sum = (hasFence ? 0.5 : 0) + (hasLine ? 0.4 : 0) + (hasToken ? 0.3 : 0);
  return Math.min(1, sum + (dense ? 0.2 : 0));
};
