import type { Conversation } from "../../chat/conversation";
import { devanagari, foreign, han, kana } from "./characters";
import type { TextCounts } from "./text-counts";

/** What the whole request is like, beside the words of it. */
type RequestTrait = (conversation: Conversation) => number;
type TextTrait = (counts: TextCounts) => number;

const log = Math.log1p;
const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
const ofUnit =
  (sign: string): TextTrait =>
  ({ ascii }) =>
    log(ascii[sign.charCodeAt(0)] as number);
const ofScript =
  (script: number): TextTrait =>
  ({ scripts, letters }) =>
    share(scripts[script] as number, letters);
const sum = (counts: TextCounts, signs: string): number => {
  let total = 0;
  for (let at = 0; at < signs.length; at++) total += counts.ascii[signs.charCodeAt(at)] as number;
  return total;
};

/** Traits of the text that is asked with; the order is the artifact's. */
const textTraits: readonly TextTrait[] = [
  (c) => log(c.length),
  (c) => log(c.words),
  (c) => share(c.letters, c.words),
  (c) => share(c.longWords, c.words),
  (c) => log(c.sentences),
  (c) => share(c.words, 1 + c.sentences),
  (c) => log(c.numbers),
  (c) => log(c.longestNumber),
  (c) => share(c.digits, c.letters + c.digits),
  (c) => share(c.numbers, c.words),
  (c) => log(c.lines),
  (c) => log(c.optionLines),
  (c) => (c.optionLines >= 3 ? 1 : 0),
  (c) => share(c.length, 1 + c.optionLines) / 100,
  (c) => share(c.indentedLines, 1 + c.lines),
  ...Array.from("?!.,:;\"'`$%\\_=+-*/^<>()[]{}|#@&~", ofUnit),
  (c) => share(sum(c, "{}[]();=<>_`"), c.length),
  (c) => share(sum(c, "+-*/=^"), c.length),
  (c) => ((c.ascii[36] as number) + (c.ascii[92] as number) >= 2 ? 1 : 0),
  ...[han, kana, devanagari, foreign].map(ofScript),
  (c) => share(c.knownWords, c.words),
];

const requestTraits: readonly RequestTrait[] = [
  ({ turns }) => (turns.some(({ role }) => role === "system") ? 1 : 0),
  ({ turns }) => log(turns.length),
  ({ needs }) => (needs.tools ? 1 : 0),
  ({ hasToolHistory }) => (hasToolHistory ? 1 : 0),
  ({ turns }) => (turns.at(-1)?.role === "tool" ? 1 : 0),
  ({ toolText }) => log(toolText.length),
  ({ needs }) => (needs.jsonSchema ? 1 : 0),
  ({ needs }) => (needs.image ? 1 : 0),
  ({ needs }) => (needs.pdf || needs.audioIn || needs.audioOut ? 1 : 0),
  ({ needs }) => (needs.reasoning ? 1 : 0),
  ({ needs }) => (needs.choices > 1 ? 1 : 0),
  ({ maxOutputTokens }) => (maxOutputTokens === undefined ? 0 : log(maxOutputTokens)),
  ({ estimatedInputTokens }) => log(estimatedInputTokens),
];

/** How many lexical features there are. */
export const lexicalCount = textTraits.length + requestTraits.length;

/** Writes the features into `into`, as they are: the heads center and scale them. */
export const writeLexical = (
  conversation: Conversation,
  counts: TextCounts,
  into: Float32Array,
): void => {
  let at = 0;
  for (const trait of textTraits) into[at++] = trait(counts);
  for (const trait of requestTraits) into[at++] = trait(conversation);
};
